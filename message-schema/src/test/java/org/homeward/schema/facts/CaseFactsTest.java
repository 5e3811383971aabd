package org.homeward.schema.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.RandomFacts;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseFactsTest {

  private static final Place PLACE = Place.of("RS", "Novi Sad");
  private static final Code<Category> RUNAWAY = Code.of(Category.RUNAWAY);
  private static final Text NOTE = new Text("en", "a note");

  @Test
  void foldIsAssociative() {
    RandomFacts.times(
        300,
        random -> {
          Says a = random.says();
          Says b = random.says();
          Says c = random.says();
          Says all = CaseFacts.fold(List.of(a, b, c));
          assertThat(CaseFacts.fold(List.of(CaseFacts.fold(List.of(a, b)), c))).isEqualTo(all);
          assertThat(CaseFacts.fold(List.of(a, CaseFacts.fold(List.of(b, c))))).isEqualTo(all);
        });
  }

  @Test
  void emptyIsNeutral() {
    RandomFacts.times(
        300,
        random -> {
          Says a = random.says();
          Says alone = CaseFacts.fold(List.of(a));
          assertThat(CaseFacts.fold(List.of(Says.EMPTY, a))).isEqualTo(alone);
          assertThat(CaseFacts.fold(List.of(a, Says.EMPTY))).isEqualTo(alone);
          assertThat(alone).isEqualTo(a);
        });
  }

  @Test
  void theSameReportTwiceSaysNothingMore() {
    RandomFacts.times(
        300,
        random -> {
          Says a = random.says();
          Says b = random.says();
          assertThat(CaseFacts.fold(List.of(a, b, b))).isEqualTo(CaseFacts.fold(List.of(a, b)));
        });
  }

  @Test
  void everyFactOfTheLastReportIsInTheView() {
    RandomFacts.times(
        300,
        random -> {
          Says b = random.says();
          Says view = CaseFacts.fold(List.of(random.says(), b));
          Map<String, Object> last = RecordFields.present(b);
          last.keySet().removeAll(Set.of("children", "answers", "audiences", "sightings"));
          assertThat(view.sightings()).endsWith(b.sightings().toArray(GradedSighting[]::new));
          assertThat(RecordFields.present(view)).containsAllEntriesOf(last);
          assertThat(view.children().keySet()).containsAll(b.children().keySet());
        });
  }

  @Test
  void aLaterValueRemovesAnEarlierAnswerAndALaterAnswerNoValue() {
    Says unknown = Says.builder().answers(Map.of("category", Answer.UNKNOWN)).build();
    Says known = Says.builder().category(RUNAWAY).build();
    assertThat(CaseFacts.fold(List.of(unknown, known))).isEqualTo(known);
    assertThat(CaseFacts.fold(List.of(known, unknown))).isEqualTo(known);
  }

  @Test
  void aSightingTakesNoOthersPlaceAndTheNewestStay() {
    GradedSighting first = sighting("first");
    Says one = Says.builder().sightings(List.of(first)).build();
    Says two = Says.builder().sightings(List.of(sighting("second"))).build();
    assertThat(CaseFacts.fold(List.of(one, two)).sightings())
        .containsExactly(first, sighting("second"));
    List<Says> many = new ArrayList<>(List.of(one));
    for (int i = 0; i < 200; i++) {
      many.add(Says.builder().sightings(List.of(sighting("more " + i))).build());
    }
    assertThat(CaseFacts.fold(many).sightings()).hasSize(200).doesNotContain(first);
  }

  @Test
  void theNewestSightingOfALaterTimeStandsBesideTheReportedPlace() {
    GradedSighting before = sighting("before", "2026-03-01T14:00:00Z");
    GradedSighting since = sighting("since", "2026-03-01T15:00:00Z");
    GradedSighting newest = sighting("newest", "2026-03-01T16:20:00Z");
    var lastSeen = new LastSeen(Instant.parse("2026-03-01T14:10:00Z"), null, null, null);
    Says reported = Says.builder().lastSeen(lastSeen).build();
    Says tips =
        Says.builder().sightings(List.of(newest, before, sighting("timeless"), since)).build();

    Says view = CaseFacts.fold(List.of(reported, tips));

    assertThat(CaseFacts.seenSince(view)).contains(newest);
    assertThat(view.lastSeen()).isEqualTo(lastSeen);
    assertThat(CaseFacts.seenSince(tips)).as("later than what?").isEmpty();
    assertThat(
            CaseFacts.seenSince(
                tips.with().lastSeen(new LastSeen(null, null, null, PLACE)).build()))
        .isEmpty();
    assertThat(CaseFacts.seenSince(reported)).isEmpty();
    assertThat(CaseFacts.seenSince(view.with().sightings(List.of(before)).build())).isEmpty();
    assertThat(CaseFacts.seenSince(view.with().sightings(List.of(sighting("none"))).build()))
        .isEmpty();
  }

  @Test
  void aSightingWithoutAPlaceOrThatNobodyBelievesIsNotSeenSince() {
    Instant at = Instant.parse("2026-03-01T16:20:00Z");
    var lastSeen = new LastSeen(Instant.parse("2026-03-01T14:10:00Z"), null, null, null);

    for (GradedSighting seen :
        List.of(
            sighting("nowhere", at, null, SourceGrade.C, InformationGrade.POSSIBLE),
            sighting("a known liar", at, PLACE, SourceGrade.E, InformationGrade.POSSIBLE),
            sighting("elsewhere", at, PLACE, SourceGrade.C, InformationGrade.IMPROBABLE))) {
      Says view = Says.builder().lastSeen(lastSeen).sightings(List.of(seen)).build();
      assertThat(CaseFacts.seenSince(view)).as(seen.text().text()).isEmpty();
    }
  }

  private static GradedSighting sighting(String text) {
    return sighting(text, null);
  }

  private static GradedSighting sighting(String text, @Nullable String at) {
    Instant then = at == null ? null : Instant.parse(at);
    return sighting(text, then, PLACE, SourceGrade.C, InformationGrade.POSSIBLE);
  }

  private static GradedSighting sighting(
      String text,
      @Nullable Instant at,
      @Nullable Place place,
      SourceGrade source,
      InformationGrade information) {
    return new GradedSighting(
        at, null, place, null, null, new Text("en", text), Code.of(source), Code.of(information));
  }

  @Test
  void limitsOnWhoMayKnowAddUp() {
    Says police = limited(Audience.POLICE, Audience.CASE_TEAM);
    Says team = limited(Audience.PARTNER, Audience.CASE_TEAM);
    assertThat(CaseFacts.fold(List.of(police, team, Says.EMPTY)).audiences())
        .isEqualTo(Map.of("category", Set.of(Audience.CASE_TEAM)));
  }

  @Test
  void childrenAreMergedById() {
    Says one = child("a", ChildFacts.builder().sleepingRough(true).build());
    Says two = child("a", ChildFacts.builder().selfHarmRisk(false).build());
    Says three = child("b", ChildFacts.EMPTY);
    assertThat(CaseFacts.fold(List.of(one, two, three)).children())
        .containsOnlyKeys("a", "b")
        .containsEntry("a", ChildFacts.builder().sleepingRough(true).selfHarmRisk(false).build());
  }

  @Test
  @Proves(12)
  void policeReadReleasedReportsOnly() {
    PoliceRelease released = new PoliceRelease.Released("d", Code.of(Basis.LEGAL_DUTY));
    PoliceRelease held = new PoliceRelease.Held(Code.of(HoldReason.CHILD_CALLED), Instant.EPOCH);
    PoliceRelease byPhone = new PoliceRelease.ByPhone("d", Instant.EPOCH, "ref", null);
    List<Report> reports =
        List.of(
            report(Channel.PHONE, released, Says.builder().category(RUNAWAY).build()),
            report(Channel.PHONE, byPhone, Says.builder().circumstances(NOTE).build()),
            report(Channel.PHONE, held, Says.builder().notes(NOTE).build()));
    assertThat(CaseFacts.ofReleased(reports)).isEqualTo(Says.builder().category(RUNAWAY).build());
    assertThat(CaseFacts.ofAll(reports).notes()).isEqualTo(NOTE);
  }

  @Test
  void aPartnerNeverSeesWhatPoliceSupplied() {
    PoliceRelease released = new PoliceRelease.Released("d", Code.of(Basis.LEGAL_DUTY));
    Says supplied =
        Says.builder()
            .category(RUNAWAY)
            .answers(Map.of("vehicle", Answer.UNKNOWN))
            .children(Map.of("a", ChildFacts.builder().sleepingRough(true).build()))
            .build();
    Says view = CaseFacts.ofAll(List.of(report(Channel.POLICE, released, supplied)));
    assertThat(view.audiences()).containsOnlyKeys("category", "vehicle");
    assertThat(view.audiences().get("category")).doesNotContain(Audience.PARTNER).hasSize(6);
    assertThat(view.children().get("a").audiences().get("sleepingRough"))
        .doesNotContain(Audience.PARTNER);
    assertThat(CaseFacts.ofAll(List.of(report(Channel.PHONE, released, supplied))))
        .isEqualTo(supplied);
  }

  private static Says limited(Audience... audiences) {
    return Says.builder()
        .category(RUNAWAY)
        .audiences(Map.of("category", Set.of(audiences)))
        .build();
  }

  private static Says child(String id, ChildFacts facts) {
    return Says.builder().children(Map.of(id, facts)).build();
  }

  private static Report report(Channel channel, PoliceRelease release, Says says) {
    return new Report("r", Instant.EPOCH, Code.of(channel), release, says);
  }
}
