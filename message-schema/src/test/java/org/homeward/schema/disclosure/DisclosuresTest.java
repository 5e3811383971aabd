package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.Examples;
import org.homeward.schema.disclosure.AuditEntry.Verb;
import org.homeward.schema.disclosure.Disclosure.Disclosed;
import org.homeward.schema.disclosure.Disclosure.Reason;
import org.homeward.schema.disclosure.Disclosure.Withheld;
import org.homeward.schema.disclosure.Disclosure.WithheldSubject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosuresTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final TransferRules ANYWHERE = (home, recipient, purpose, basis) -> true;

  private final List<AuditEntry> trail = new ArrayList<>();
  private final Disclosures disclosures =
      new Disclosures(trail::add, ANYWHERE, SettableClock.at(NOW));

  @Test
  void policeReadWhatHelpsTheSearchAndNothingElse() {
    DisclosedSubject told = told(Examples.everyFact(), Audience.POLICE);
    Says facts = told.facts();
    assertThat(facts.reporter().phone()).isNotNull();
    assertThat(facts.reporter().safeContact()).isNull();
    assertThat(facts.childWords()).isNull();
    assertThat(facts.shelter()).isNull();
    assertThat(facts.notes()).isNull();
    assertThat(facts.warnings()).hasSize(1);
    assertThat(facts.children().values()).allMatch(child -> child.medical() != null);
    assertThat(told.withheld())
        .containsExactlyInAnyOrder(WithheldClass.COUNSELLING, WithheldClass.CASE_TEAM);
    assertThat(told.json()).isEqualTo(SaysCodec.write(facts));
    assertThat(told.toString()).isEqualTo("DisclosedSubject[redacted]");
  }

  @Test
  void thePublicReadsCoarsePlacesAndNotThatThereIsMore() {
    DisclosedSubject told = told(Examples.everyFact(), Audience.PUBLIC);
    assertThat(told.facts().lastSeen().place().locality()).isEqualTo("Novi Sad");
    assertThat(told.facts().lastSeen().place().text()).isNull();
    assertThat(told.facts().lastSeen().place().latitude()).isNull();
    assertThat(told.facts().destinations()).isEmpty();
    assertThat(told.facts().children().values())
        .allMatch(child -> child.exploitation().isEmpty() && child.sleepingRough() == null)
        .allMatch(child -> child.clothing().getFirst().description() == null);
    assertThat(told.withheld()).isEmpty();
  }

  @Test
  void whatIsSealedIsNotEvenMentioned() {
    Says sealed = Says.builder().shelter(Examples.everyFact().shelter()).build();
    DisclosedSubject told = told(sealed, Audience.CASE_TEAM);
    assertThat(told.facts().isEmpty()).isTrue();
    assertThat(told.withheld()).isEmpty();
  }

  @Test
  void aConfidantOnTheTeamReadsBoth() {
    Disclosed told =
        (Disclosed)
            disclosures.of(
                List.of(subject("s", false, Set.of(), Examples.everyFact())),
                Set.of(Audience.CASE_TEAM, Audience.CONFIDANT),
                reader(false),
                Purpose.COUNSELLING,
                Basis.LEGITIMATE_INTEREST);
    Says facts = told.subjects().getFirst().facts();
    assertThat(facts.childWords()).isNotNull();
    assertThat(facts.notes()).isNotNull();
    assertThat(facts.shelter()).isNull();
  }

  @Test
  void answersFollowTheirFieldAndLimitsStayInTheTeam() {
    Says says =
        Says.builder()
            .answers(Map.of("reporter", Answer.REFUSED, "vehicle", Answer.UNKNOWN))
            .category(Examples.everyFact().category())
            .risk(Examples.everyFact().risk())
            .audiences(
                Map.of(
                    "category", Set.of(Audience.CASE_TEAM, Audience.PARTNER),
                    "risk", Set.of(Audience.PARTNER)))
            .build();
    Says partner = told(says, Audience.PARTNER).facts();
    assertThat(partner.answers()).containsOnlyKeys("vehicle");
    assertThat(partner.category()).isNotNull();
    assertThat(partner.audiences()).isEmpty();
    assertThat(told(says, Audience.CASE_TEAM).facts().audiences()).containsOnlyKeys("category");
    assertThat(told(says, Audience.POLICE).facts().category()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"country:RS", "node:rs", "desk:d1", "person:p1"})
  @Proves(6)
  void whoIsNamedInNotToGetsNothing(String named) {
    Subject kept = subject("kept", false, Set.of(named, "country:TR"), Examples.everyFact());
    Subject free = subject("free", false, Set.of("country:TR"), Examples.everyFact());
    Disclosed both = (Disclosed) ask(List.of(kept, free), Audience.POLICE, reader(false));
    assertThat(both.subjects()).extracting(DisclosedSubject::id).containsExactly("free");
    assertThat(both.withheld()).containsExactly(new WithheldSubject("kept", Reason.NOT_TO));
    assertThat(trail.getLast().subjects()).containsExactly("free");
    assertThat(ask(List.of(kept), Audience.POLICE, reader(false)))
        .isEqualTo(new Withheld(Reason.NOT_TO));
    assertThat(trail.getLast().verb()).isEqualTo(Verb.WITHHELD);
  }

  /** As a reader whom {@code notTo} names leaves it. */
  @Test
  @Proves(10)
  void whoeverFindsNothingLeavesTheSameEntry() {
    ask(
        List.of(subject("id", false, Set.of("person:p1"), Says.EMPTY)),
        Audience.POLICE,
        reader(false));
    assertThat(disclosures.ofNothing("id", reader(false), Purpose.POLICE_SEARCH, Basis.LEGAL_DUTY))
        .isEqualTo(new Withheld(Reason.NOT_TO));
    assertThat(trail).hasSize(2);
    assertThat(trail.getLast()).isEqualTo(trail.getFirst());
  }

  @Test
  @Proves(6)
  void nothingCrossesABorderWithoutARule() {
    Disclosures inside =
        new Disclosures(trail::add, TransferRules.withinNode("gr", "GR"), SettableClock.at(NOW));
    assertThat(
            inside.of(
                List.of(subject("s", false, Set.of(), Says.EMPTY)),
                Audience.POLICE,
                reader(false),
                Purpose.POLICE_SEARCH,
                Basis.VITAL_INTEREST))
        .isEqualTo(new Withheld(Reason.TRANSFER));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Proves(9)
  void exerciseAndRealNeverMeet(boolean exercise) {
    Subject subject = subject("s", exercise, Set.of(), Examples.everyFact());
    assertThat(ask(List.of(subject), Audience.POLICE, reader(!exercise)))
        .isEqualTo(new Withheld(Reason.EXERCISE));
    assertThat(ask(List.of(subject), Audience.POLICE, reader(exercise)))
        .isInstanceOf(Disclosed.class);
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  @Proves(10)
  void everyAnswerIsRecordedOnceBeforeItIsGiven(Audience audience) {
    Subject one = subject("one", false, Set.of(), Examples.everyFact());
    Subject two = subject("two", false, Set.of(), Says.EMPTY);
    ask(List.of(one, two), audience, reader(false));
    assertThat(trail)
        .containsExactly(
            new AuditEntry(
                List.of("one", "two"),
                Verb.DISCLOSED,
                "police",
                "p1",
                "d1",
                Purpose.POLICE_SEARCH,
                Basis.LEGAL_DUTY,
                NOW));
    assertThat(trail.toString()).doesNotContain("Јовић", "Vesna", "+381");
    ask(List.of(), audience, reader(false));
    assertThat(trail).hasSize(2);
  }

  @Test
  @Proves(10)
  void whatCannotBeRecordedIsNotTold() {
    Disclosures unrecorded =
        new Disclosures(
            entry -> {
              throw new IllegalStateException("the log is away");
            },
            ANYWHERE,
            SettableClock.at(NOW));
    assertThat(
            unrecorded.of(
                List.of(subject("s", false, Set.of(), Examples.everyFact())),
                Audience.POLICE,
                reader(false),
                Purpose.POLICE_SEARCH,
                Basis.LEGAL_DUTY))
        .isEqualTo(new Withheld(Reason.AUDIT_UNAVAILABLE));
  }

  @Test
  void onlyDisclosuresMakesADisclosedSubject() {
    for (Constructor<?> constructor : DisclosedSubject.class.getDeclaredConstructors()) {
      assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
    }
  }

  private DisclosedSubject told(Says facts, Audience audience) {
    Subject subject = subject("s", false, Set.of(), facts);
    return ((Disclosed) ask(List.of(subject), audience, reader(false))).subjects().getFirst();
  }

  private Disclosure ask(List<Subject> subjects, Audience audience, Recipient recipient) {
    return disclosures.of(subjects, audience, recipient, Purpose.POLICE_SEARCH, Basis.LEGAL_DUTY);
  }

  private static Subject subject(String id, boolean exercise, Set<String> notTo, Says facts) {
    return new Subject(id, "case", "rs", exercise, notTo, facts);
  }

  private static Recipient reader(boolean exercise) {
    return new Recipient("police", "RS", "rs", "d1", "p1", exercise);
  }
}
