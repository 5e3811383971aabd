package org.homeward.intake.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.cases.CaseSamples.aCase;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.intake.cases.CaseSamples.Release;
import org.homeward.intake.proposals.Proposal;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class CaseTopicTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");
  private static final PoliceRelease HELD =
      new PoliceRelease.Held(Code.of(HoldReason.REFUSED), NOW);
  private static final PoliceRelease RELEASED =
      new PoliceRelease.Released("desk", Code.of(Basis.PUBLIC_TASK));

  private final CaseTopic topic =
      new CaseTopic(new EventCodec("rs", "intake", SettableClock.at(NOW)));

  private static KeptReport report(String id, PoliceRelease release, String word) {
    Says says =
        Says.builder()
            .circumstances(new Text("en", word + "-circumstances"))
            .childWords(new Text("en", word + "-confided"))
            .vehicle(new Vehicle(word + "-PLATE", "RS", null, null, null))
            .build();
    return new KeptReport(
        new Report(id, NOW, Code.of(Channel.PHONE), release, says),
        List.of(),
        Proposal.RELEASE,
        "person-1",
        new Command("k" + id, "h"),
        "in words",
        Map.of(),
        Says.builder().circumstances(new Text("en", word + "-earlier")).build());
  }

  private String rendered(KeptReport... reports) {
    var state =
        new Case(
            "7d7bb7b8-53a3-4a5c-ae52-91a1f5fbd0a7",
            "rs",
            false,
            NOW,
            null,
            Set.of(),
            Map.of(),
            List.of(reports),
            List.of());
    var change = new PendingChange(7, "case.reported.v1", NOW, "person-1");
    var event =
        topic.render(Guarded.unstored(state.id(), 7, state, null, List.of(change), Map.of()));
    var parts = new ArrayList<String>();
    event.headers().forEach((name, value) -> parts.add(name + "=" + new String(value, UTF_8)));
    parts.add(event.key());
    parts.add(new String(event.value(), UTF_8));
    return String.join("\n", parts);
  }

  @Test
  @Proves({8, 12})
  void aHeldReportTravelsWithoutAnythingItSays() {
    String event =
        rendered(
            report("0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11", RELEASED, "open"),
            report("2a9d1d0b-7a6f-4c57-b6a0-5d1b1a3f9c22", HELD, "secret"));
    assertThat(event)
        .contains("open-PLATE", "2a9d1d0b-7a6f-4c57-b6a0-5d1b1a3f9c22", "HELD")
        .doesNotContain("secret");
  }

  @Test
  @Proves(8)
  void whatIsForTheTeamOrConfidedStaysInside() {
    String event = rendered(report("0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11", RELEASED, "open"));
    assertThat(event).doesNotContain("open-confided").doesNotContain("in words");
  }

  private static Case withReports(Map<String, KeptChild> children, KeptReport... reports) {
    return new Case(
        "7d7bb7b8-53a3-4a5c-ae52-91a1f5fbd0a7",
        "rs",
        false,
        NOW,
        null,
        Set.of(),
        children,
        List.of(reports),
        List.of());
  }

  private static KeptReport saying(String id, PoliceRelease release, Says says) {
    return new KeptReport(
        new Report(id, NOW, Code.of(Channel.PHONE), release, says),
        List.of(),
        Proposal.RELEASE,
        "person-1",
        new Command("k" + id, "h"),
        null,
        Map.of(),
        Says.EMPTY);
  }

  @Test
  @Proves(12)
  void aChildOfWhomOnlyAHeldReportSpeaksIsNotThereForAnybodyOutside() {
    String known = "11111111-1111-4111-8111-111111111111";
    String confided = "22222222-2222-4222-8222-222222222222";
    Says ofKnown = Says.builder().children(Map.of(known, ChildFacts.EMPTY)).build();
    Says ofConfided = Says.builder().children(Map.of(confided, ChildFacts.EMPTY)).build();
    Case state =
        withReports(
            Map.of(known, KeptChild.MISSING, confided, KeptChild.MISSING),
            saying("0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11", RELEASED, ofKnown),
            saying("2a9d1d0b-7a6f-4c57-b6a0-5d1b1a3f9c22", HELD, ofConfided));
    var event = topic.render(Guarded.unstored(state.id(), 2, state, null, List.of(), Map.of()));
    assertThat(new String(event.value(), UTF_8)).contains(known).doesNotContain(confided);
  }

  private String value(KeptCase state) {
    var event = topic.render(Guarded.unstored(state.id(), 2, state, null, List.of(), Map.of()));
    return new String(event.value(), UTF_8);
  }

  @Test
  @Proves(4)
  void aCaseTellsHowManyBrakesOfEachHandoverItKnows() {
    String handover = "e1d2c3b4-a596-4877-9869-5a4b3c2d1e0f";
    Map<Heard.Mark, Long> both = Map.of(Heard.Mark.REFERENCED_BRAKE, 1L, Heard.Mark.LONE_BRAKE, 2L);
    Case state =
        withReports(Map.of())
            .hearing("handover/" + handover, Heard.told(3, Set.of(), List.of(), List.of(), both));

    assertThat(value(state)).contains("\"brakes\":{\"" + handover + "\":2}");
    assertThat(value(withReports(Map.of()))).doesNotContain("brakes");
  }

  @Test
  @Proves(6)
  void aTombstoneNamesFromWhomTheCaseWasKept() {
    var stone =
        new ErasedCase(
            "7d7bb7b8-53a3-4a5c-ae52-91a1f5fbd0a7",
            "rs",
            false,
            YearMonth.of(2026, 3),
            Set.of("person:p-vesna"),
            EraseReason.SUBJECT_REQUEST,
            false);

    assertThat(value(stone)).contains("\"notTo\":[\"person:p-vesna\"]");
  }

  @Test
  @Proves({7, 12})
  void aPhotoIsThereOnlyOfAChildWhoIsMissingAndOfWhomAReleasedReportSpeaks() {
    assertThat(photos(aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE)))
        .hasSize(1);
    assertThat(photos(aCase(false, ChildState.MISSING, Release.HELD, Proposal.RELEASE)))
        .as("only a held report speaks of the child")
        .isEmpty();
    assertThat(photos(aCase(false, ChildState.ENDED, Release.RELEASED, Proposal.RELEASE)))
        .as("the child is found")
        .isEmpty();
  }

  @Test
  @Proves(4)
  void whileACaseIsStoppedItsPhotoIsNotForThePublic() {
    Case open = aCase(false, ChildState.MISSING, Release.RELEASED, Proposal.RELEASE);
    var brake = Heard.told(2, Set.of(), List.of(), List.of(), Map.of(Heard.Mark.LONE_BRAKE, 1L));

    assertThat(photos(open).getFirst().isFor(Audience.PUBLIC)).isTrue();
    for (Case stopped : List.of(open.frozen(NOW, "p1"), open.hearing("handover/h1", brake))) {
      CasePhoto photo = photos(stopped).getFirst();
      assertThat(photo.isFor(Audience.PUBLIC)).isFalse();
      assertThat(photo.isFor(Audience.POLICE)).isTrue();
    }
  }

  private static List<CasePhoto> photos(Case of) {
    return CaseTopic.snapshot(CaseSamples.pictured(of)).photos();
  }

  @Test
  void aCaseThatWouldBeTooLargeOnceReleasedCannotBeTold() {
    String id = "0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11";
    assertThat(topic.fits(withReports(Map.of(), saying(id, HELD, Says.EMPTY)))).isTrue();
    List<KeptReport> many = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      Says says = Says.builder().circumstances(new Text("en", "x".repeat(3_900))).build();
      many.add(saying("0f0c2a4e-9a43-4b43-8f7b-0000000000" + (10 + i), HELD, says));
    }
    assertThat(topic.fits(withReports(Map.of(), many.toArray(KeptReport[]::new)))).isFalse();
  }

  @Test
  void whatBreaksTheSchemaOfTheTopicCannotBeTold() {
    var nowhere = new PoliceRelease.Released("Novi Sad", Code.of(Basis.PUBLIC_TASK));
    assertThat(
            topic.fits(
                withReports(
                    Map.of(), saying("0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11", nowhere, Says.EMPTY))))
        .isFalse();
  }

  @Test
  void theHeadersAreReadableCloudEvents() {
    assertThat(rendered(report("0f0c2a4e-9a43-4b43-8f7b-0a3c1f6f2a11", RELEASED, "open")))
        .contains(
            "ce_specversion=1.0",
            "ce_type=case.reported.v1",
            "ce_id=case/7d7bb7b8-53a3-4a5c-ae52-91a1f5fbd0a7/7",
            "ce_subject=case/7d7bb7b8-53a3-4a5c-ae52-91a1f5fbd0a7",
            "ce_source=/nodes/rs/intake");
  }
}
