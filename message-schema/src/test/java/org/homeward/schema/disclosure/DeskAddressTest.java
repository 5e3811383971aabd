package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.schema.disclosure.DeskAddress.Addressed;
import org.homeward.schema.disclosure.DeskAddress.Doubt;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PoliceRelease;
import org.homeward.schema.facts.Report;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class DeskAddressTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(1);
  private static final String CHILD = "5f0c9d1e-8f0b-4b59-9c3a-0a4f6c1d2e3f";

  private final List<DeskSnapshot> desks = new ArrayList<>();

  DeskAddressTest() {
    desk("belgrade", "RS-00");
    desk("vojvodina", "RS-VO");
    desk("south-backa", "RS-06");
    desk("country", "RS");
  }

  private void desk(String id, String... jurisdiction) {
    desks.add(new DeskSnapshot(id, id, Set.of(jurisdiction), false, true, LATER, null));
  }

  private void replace(DeskSnapshot desk) {
    desks.removeIf(each -> each.id().equals(desk.id()));
    desks.add(desk);
  }

  private static Place in(String region) {
    return new Place("RS", region, null, null, null, null, null);
  }

  private static Says seenIn(Place place) {
    return Says.builder().lastSeen(new LastSeen(null, null, null, place)).build();
  }

  private static Report released(String desk, Says says) {
    return report(new PoliceRelease.Released(desk, Code.of(Basis.LEGAL_DUTY)), says);
  }

  private static Report report(PoliceRelease release, Says says) {
    return new Report("r", NOW, Code.of(Channel.PHONE), release, says);
  }

  private static CaseSnapshot told(boolean exercise, Report... reports) {
    return new CaseSnapshot(
        "c", "rs", exercise, CaseStatus.OPEN, false, Set.of(), Map.of(), List.of(reports));
  }

  private Addressed addressed(Set<String> notTo, Report... reports) {
    return DeskAddress.of(told(false, reports)).among(desks, notTo, false, "rs", NOW);
  }

  private Addressed addressed(Report... reports) {
    return addressed(Set.of(), reports);
  }

  private static Stream<String> ids(Addressed addressed) {
    return addressed.desks().stream().map(DeskSnapshot::id);
  }

  @Test
  void everyDeskThatAReportWasReleasedToReadsIt() {
    Addressed addressed =
        addressed(released("belgrade", Says.EMPTY), released("south-backa", Says.EMPTY));

    assertThat(ids(addressed)).containsExactly("belgrade", "south-backa");
    assertThat(addressed.doubts()).isEmpty();
  }

  @Test
  void desksResponsibleWhereTheChildWasSeenReadItAndNeighboursDoNot() {
    assertThat(ids(addressed(released("belgrade", seenIn(in("RS-06"))))))
        .containsExactly("belgrade", "vojvodina", "south-backa", "country");
    assertThat(ids(addressed(released("belgrade", seenIn(in("RS-VO"))))))
        .as("a part is not responsible for the whole")
        .containsExactly("belgrade", "vojvodina", "country");
    assertThat(ids(addressed(released("belgrade", seenIn(Place.of("RS", "Novi Sad"))))))
        .as("only the country is known")
        .containsExactly("belgrade", "country");
    assertThat(ids(addressed(released("belgrade", seenIn(Place.of("GR", "Athens"))))))
        .containsExactly("belgrade");
  }

  @Test
  void desksResponsibleWhereTheChildLivesReadIt() {
    Says says =
        Says.builder()
            .children(Map.of(CHILD, ChildFacts.builder().home(in("RS-01")).build()))
            .build();

    assertThat(ids(addressed(released("belgrade", says))))
        .containsExactly("belgrade", "vojvodina", "country");
  }

  @Test
  @Proves(6)
  void placesThatThePoliceMayNotReadAddressNobody() {
    Says hidden =
        seenIn(in("RS-06"))
            .with()
            .audiences(Map.of("lastSeen", Set.of(Audience.CASE_TEAM)))
            .shelter(in("RS-01"))
            .destinations(List.of(in("RS-02")))
            .build();
    var held = new PoliceRelease.Held(Code.of(HoldReason.UNDECIDED), NOW);

    assertThat(ids(addressed(released("belgrade", hidden)))).containsExactly("belgrade");
    assertThat(ids(addressed(released("belgrade", Says.EMPTY), report(held, seenIn(in("RS-06"))))))
        .containsExactly("belgrade");
  }

  @Test
  @Proves(6)
  void inDoubtAllDesksReadIt() {
    replace(new DeskSnapshot("new", "n", Set.of("RS"), false, false, LATER, null));
    replace(new DeskSnapshot("old", "o", Set.of("RS"), false, true, NOW, null));
    replace(new DeskSnapshot("lost", "l", Set.of("RS"), false, true, LATER, NOW));
    Map<String, Doubt> doubts =
        Map.of(
            "the one by the river", Doubt.UNKNOWN_DESK,
            "new", Doubt.UNKNOWN_DESK,
            "old", Doubt.EXPIRED_DESK,
            "lost", Doubt.EXPIRED_DESK);

    doubts.forEach(
        (desk, doubt) -> {
          Addressed addressed =
              addressed(released("belgrade", Says.EMPTY), released(desk, Says.EMPTY));
          assertThat(addressed.doubts()).as(desk).containsExactly(doubt);
          assertThat(ids(addressed))
              .as("unconfirmed desks read nothing")
              .containsExactly("belgrade", "vojvodina", "south-backa", "country");
        });
  }

  @Test
  @Proves(6)
  void noDoubtReachesADeskThatMustNotKnow() {
    Addressed instead = addressed(Set.of("desk:belgrade"), released("belgrade", Says.EMPTY));

    assertThat(instead.doubts()).containsExactly(Doubt.NO_DESK_LEFT);
    assertThat(ids(instead)).containsExactly("vojvodina", "south-backa", "country");
    assertThat(
            ids(
                addressed(
                    Set.of("desk:country", "desk:vojvodina"),
                    released("belgrade", seenIn(in("RS-06"))))))
        .containsExactly("belgrade", "south-backa");
    assertThat(addressed(Set.of("country:RS"), released("belgrade", Says.EMPTY)))
        .isEqualTo(new Addressed(List.of(), Set.of(Doubt.NO_DESK_LEFT)));
    assertThat(addressed(Set.of("node:rs"), released("belgrade", Says.EMPTY)).desks()).isEmpty();
  }

  @Test
  @Proves(9)
  void anExerciseGoesToExerciseDesksOnly() {
    replace(new DeskSnapshot("drill", "d", Set.of("RS"), true, true, LATER, null));

    Addressed real = addressed(released("drill", Says.EMPTY));
    Addressed exercise =
        DeskAddress.of(told(true, released("belgrade", Says.EMPTY)))
            .among(desks, Set.of(), true, "rs", NOW);

    assertThat(real.doubts()).contains(Doubt.UNKNOWN_DESK);
    assertThat(ids(real)).doesNotContain("drill").hasSize(4);
    assertThat(ids(exercise)).containsExactly("drill");
  }

  @Test
  @Proves(8)
  void withoutPlacesTheSameDesksAreAddressed() {
    DeskAddress ended =
        DeskAddress.of(told(false, released("belgrade", seenIn(in("RS-06"))))).withoutPlaces(desks);

    assertThat(ended.places()).isEmpty();
    assertThat(ids(ended.among(desks, Set.of(), false, "rs", NOW)))
        .containsExactly("belgrade", "vojvodina", "south-backa", "country");
  }

  @Test
  void whoeverWasAddressedOnceStaysAddressed() {
    DeskAddress first = DeskAddress.of(told(false, released("belgrade", seenIn(in("RS-06")))));
    DeskAddress moved = DeskAddress.of(told(false, released("belgrade", seenIn(in("RS-23")))));

    assertThat(moved.names("south-backa", Set.of("RS-06"))).isFalse();
    assertThat(moved.and(first).names("south-backa", Set.of("RS-06"))).isTrue();
    assertThat(moved.and(first.toEveryone()).names("nis", Set.of("RS-20"))).isTrue();
  }
}
