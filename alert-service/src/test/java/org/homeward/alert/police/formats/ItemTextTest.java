package org.homeward.alert.police.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.police.notices.NoticeChange;
import org.homeward.alert.police.notices.ToldByPhone;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.schema.disclosure.DisclosedSubject;
import org.homeward.schema.disclosure.Disclosure;
import org.homeward.schema.disclosure.Disclosures;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.disclosure.Recipient;
import org.homeward.schema.disclosure.Subject;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.people.Sex;
import org.homeward.schema.snapshots.NoticeEnd;
import org.homeward.schema.snapshots.NoticeEndReason;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ItemTextTest {

  private static final String NOTICE = "0b7f5f0e-3a57-8c1d-9b0e-6f1f3f1f2a11";
  private static final String CHILD = "11111111-1111-4111-8111-111111111111";
  private static final String REFERENCE = "RS-7KQ2";
  private static final ItemText TEXT = new ItemText("116 000");

  /** An item with these facts, for tests of what is made of it. */
  public static FeedItem.Active item(Says facts, boolean exercise) {
    var disclosures =
        new Disclosures(look -> {}, (home, to, purpose, basis) -> true, Clock.systemUTC());
    var subject = new Subject(NOTICE, "police-notice", "rs", exercise, Set.of(), facts);
    var disclosed =
        (Disclosure.Disclosed)
            disclosures.of(
                List.of(subject),
                Audience.POLICE,
                new Recipient("police", "RS", "rs", "desk", null, exercise),
                Purpose.POLICE_SEARCH,
                Basis.LEGAL_DUTY);
    DisclosedSubject told = disclosed.subjects().getFirst();
    return new FeedItem.Active(
        NOTICE,
        REFERENCE,
        1,
        exercise,
        TrialCase.AT,
        "desk-novi-sad",
        Map.of(CHILD, ChildStatus.MISSING),
        told,
        Set.of(),
        List.of(),
        List.of(new NoticeChange(TrialCase.AT, List.of(NoticeChange.NEW))),
        null,
        List.of());
  }

  private static Says one(ChildFacts child) {
    return Facts.says(CHILD, child);
  }

  @Test
  void titleIsMadeOfRiskNewsChildAndReference() {
    assertThat(TEXT.title(item(one(Facts.boy(Facts.NAME, 9)), false)))
        .matches("HIGH · new · boy 9 · RS-[2-9A-HJ-NP-Z]{4}");
  }

  @Test
  void aChildWhoIsNotMissingIsCalledSoBeforeEverythingElse() {
    FeedItem.Active plain = item(one(Facts.boy(Facts.NAME, 9)), false);
    FeedItem.Active atRisk = ofKind(plain, CaseKind.AT_RISK);

    assertThat(TEXT.title(atRisk)).startsWith("NOT MISSING, AT RISK · HIGH · new · boy 9");
    assertThat(TEXT.lines(atRisk).get(1)).startsWith("NOT MISSING:");
    assertThat(TEXT.title(ofKind(plain, CaseKind.UNIDENTIFIED))).startsWith("FOUND, UNKNOWN · ");
    assertThat(TEXT.lines(ofKind(plain, CaseKind.UNIDENTIFIED)).get(1)).startsWith("FOUND:");
  }

  @Test
  void whoeverReadThatAChildIsNotMissingReadsWhenItIs() {
    FeedItem.Active plain = item(one(Facts.boy(Facts.NAME, 9)), false);
    var step = new NoticeChange(TrialCase.AT.plusSeconds(60), List.of(NoticeChange.KIND));
    FeedItem.Active search = changed(plain, step);

    assertThat(TEXT.title(search)).startsWith("NOW MISSING · HIGH · changed · boy 9");
    assertThat(TEXT.lines(search).get(1))
        .isEqualTo("NOW MISSING: told at 2026-03-01T12:01:00Z; see Last seen");
    assertThat(TEXT.title(ofKind(search, CaseKind.AT_RISK))).startsWith("NOT MISSING, AT RISK");
    var later = new NoticeChange(TrialCase.AT.plusSeconds(90), List.of("/risk"));
    assertThat(TEXT.lines(changed(search, later)).get(1)).contains("12:01:00Z");
    assertThat(TEXT.title(plain)).doesNotContain("MISSING");
  }

  private static FeedItem.Active changed(FeedItem.Active of, NoticeChange change) {
    List<NoticeChange> all = new ArrayList<>(List.of(change));
    all.addAll(of.changed());
    return new FeedItem.Active(
        of.id(),
        of.reference(),
        of.edition() + 1,
        of.exercise(),
        change.at(),
        of.desk(),
        of.children(),
        of.told(),
        of.withheld(),
        of.toldByPhone(),
        all,
        of.acknowledged(),
        of.photos());
  }

  private static FeedItem.Active ofKind(FeedItem.Active of, CaseKind kind) {
    return new FeedItem.Active(
        of.id(),
        of.reference(),
        of.edition(),
        of.exercise(),
        of.updated(),
        of.desk(),
        of.children(),
        of.told(),
        of.withheld(),
        of.toldByPhone(),
        of.changed(),
        of.acknowledged(),
        of.photos(),
        Code.of(kind));
  }

  @Test
  void exerciseIsSaidFirst() {
    assertThat(TEXT.title(item(one(Facts.boy(Facts.NAME, 9)), true))).startsWith("EXERCISE · HIGH");
    assertThat(TEXT.lines(item(one(Facts.boy(Facts.NAME, 9)), true)).getFirst())
        .isEqualTo("EXERCISE: this is not a real case.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Žarko Plantić",
        "HIGH",
        "\u202Eevil name",
        "]]><script>alert(1)</script>",
        "👩‍👧 مفقود",
        "RS-2222",
        "Robert'); DROP TABLE children;--",
        "${jndi:ldap://127.0.0.1/a}"
      })
  void noTypedTextGetsIntoATitle(String hostile) {
    Says facts = one(Facts.boy(hostile, 9)).with().circumstances(new Text("en", hostile)).build();

    assertThat(TEXT.title(item(facts, false)))
        .isEqualTo(TEXT.title(item(one(Facts.boy("A", 9)), false)));
  }

  @Test
  void ageIsComputedFromTheBirthDateAsOfTheItem() {
    var child =
        ChildFacts.builder().sex(Code.of(Sex.FEMALE)).born(PartialDate.parse("2013")).build();

    assertThat(TEXT.title(item(one(child), false))).contains("· girl 12–13 ·");
  }

  @Test
  void unknownChildIsStillSaid() {
    assertThat(TEXT.title(item(Says.EMPTY, false)))
        .matches("RISK NOT ASSESSED · new · child · RS-....");
    var range = ChildFacts.builder().ageYears(new NumberRange(8, 10)).build();
    assertThat(TEXT.title(item(one(range), false))).contains("· child 8–10 ·");
  }

  @Test
  void linesHoldEveryFactThatIsDisclosed() {
    List<String> lines = TEXT.lines(item(one(Facts.boy(Facts.NAME, 9)), false));

    assertThat(String.join("\n", lines))
        .contains("Warnings: DO_NOT_TELL_REPORTER")
        .contains("Risk: level HIGH, criteria UNDER_13")
        .contains("Last seen: ")
        .contains("Novi Sad")
        .contains("Child 1: MISSING")
        .contains("  Names: full " + Facts.NAME)
        .contains("  Age years: 9")
        .contains("insulin [en]")
        .contains("Hotline, day and night: 116 000");
  }

  @Test
  void aSightingOfALaterTimeIsSomebodysWordAndHidesNoReportedPlace() {
    Says facts = one(Facts.boy(Facts.NAME, 9));
    Says seen = facts.with().sightings(List.of(Facts.sighting("2026-03-01T11:40:00Z"))).build();
    Says before = facts.with().sightings(List.of(Facts.sighting("2026-03-01T10:00:00Z"))).build();

    List<String> lines = TEXT.lines(item(seen, false));

    int since = lines.indexOf(said(lines, "SEEN SINCE, as a caller says: "));
    assertThat(lines.get(since))
        .contains("at 2026-03-01T11:40:00Z", "bus station", "source B", "information PROBABLE")
        .doesNotContain("in a red jacket");
    assertThat(lines.get(since - 1)).startsWith("Last seen: ").contains("Novi Sad");
    assertThat(TEXT.lines(item(before, false))).noneMatch(line -> line.startsWith("SEEN SINCE"));
    assertThat(TEXT.lines(item(facts, false))).noneMatch(line -> line.startsWith("SEEN SINCE"));
  }

  private static String said(List<String> lines, String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).findFirst().orElseThrow();
  }

  @Test
  void aCallAboutSomethingElseIsSaidInOneLine() {
    FeedItem.Active item = item(one(Facts.boy(Facts.NAME, 9)), false);
    var called =
        new FeedItem.Active(
            item.id(),
            item.reference(),
            2,
            false,
            TrialCase.AT,
            item.desk(),
            item.children(),
            item.told(),
            item.withheld(),
            List.of(new ToldByPhone(TrialCase.AT, "K 1\nWarnings: none")),
            item.changed(),
            null,
            List.of());

    String text = String.join("\n", TEXT.lines(called));

    assertThat(text).contains("Told by phone 2026-03-01T12:00:00Z, reference: K 1");
    assertThat(text.split("\\R")).noneMatch(line -> line.equals("Warnings: none"));
  }

  @Test
  void typedTextCannotImitateALineOfOurs() {
    for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B")) {
      Says facts =
          Says.builder()
              .circumstances(new Text("en", "seen at noon" + end + "Warnings: none"))
              .build();

      String text = String.join("\n", TEXT.lines(item(facts, false)));

      assertThat(text.split("\\R")).noneMatch(line -> line.startsWith("Warnings"));
    }
  }

  @Test
  void aReportThatWasTakenBackDoesNotLookLikeAFind() {
    var end = NoticeEnd.of(NoticeEndReason.TAKEN_BACK, false);
    var ended =
        new FeedItem.Ended(
            NOTICE, REFERENCE, 2, false, TrialCase.AT, Code.of(Outcome.OTHER), end, List.of());

    assertThat(TEXT.title(ended)).matches("report taken back · RS-....");
    assertThat(TEXT.lines(ended))
        .anyMatch(line -> line.contains("does not say that the child is found"));
  }

  @Test
  void endedAndErasedSayNothingElse() {
    var ended =
        new FeedItem.Ended(
            NOTICE,
            REFERENCE,
            2,
            false,
            TrialCase.AT,
            Code.of(Outcome.FOUND_SAFE),
            null,
            List.of());
    var erased =
        new FeedItem.Erased(NOTICE, REFERENCE, 3, true, Instant.EPOCH, YearMonth.of(2026, 4));

    assertThat(TEXT.title(ended)).matches("ended · RS-....");
    assertThat(TEXT.lines(ended))
        .containsExactly(
            "Reference: " + REFERENCE, "Ended: FOUND_SAFE", "Hotline, day and night: 116 000");
    assertThat(TEXT.title(erased)).matches("EXERCISE · erased · RS-....");
    assertThat(TEXT.lines(erased)).contains("Erased: 2026-04");
  }
}
