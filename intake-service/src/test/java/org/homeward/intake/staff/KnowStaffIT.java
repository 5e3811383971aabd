package org.homeward.intake.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.TrialStore;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowStaffIT {

  @TempDir private static Path directory;
  private static TrialStore store;

  private final SettableClock clock = SettableClock.at("2026-03-01T22:15:00Z");

  @BeforeAll
  static void start() throws IOException {
    store = TrialStore.open(directory);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  private GuardedDocuments<Colleague> documents(String name) {
    var documents =
        new GuardedDocuments<>(
            store.database(),
            name,
            new JsonStateCodec<>(Json.mapper(), Colleague.class, Shapes.FIRST),
            DocumentSettings.first(clock),
            List.of());
    documents.prepare();
    return documents;
  }

  @Test
  void whoHasShownATokenLatelyIsKnownToEveryProcess() {
    var documents = documents("known");
    var here = new KnowStaff(documents, () -> Set.of("milos"), clock);
    here.seen("jelena", Set.of(Role.OPERATOR, Role.SUPERVISOR), null);
    here.seen("petar", Set.of(Role.AUTHORITY), null);
    here.seen("vera", Set.of(Role.DPO), null);
    here.seen("ana", Set.of(Role.OPERATOR), null);

    var elsewhere = new KnowStaff(documents, () -> Set.of("milos"), clock);
    Map<Role, Set<String>> ever =
        Map.of(
            Role.SUPERVISOR,
            Set.of("jelena"),
            Role.AUTHORITY,
            Set.of("petar"),
            Role.DPO,
            Set.of("vera"),
            Role.OPERATOR,
            Set.of("jelena", "ana"));
    Set<String> acting = Set.of("milos");
    var known = new Staff(ever, acting, Set.of("jelena"), Set.of("vera"));
    assertThat(elsewhere.now()).isEqualTo(known);

    clock.advance(Duration.ofDays(60));
    elsewhere.seen("jelena", Set.of(Role.OPERATOR), null);
    elsewhere.seen("vera", Set.of(Role.DPO), null);
    clock.advance(Duration.ofDays(60));
    assertThat(here.now())
        .as("jelena's other login does not keep her a supervisor")
        .isEqualTo(new Staff(ever, acting, Set.of(), Set.of("vera")));
  }

  @Test
  void aDayOfRequestsIsOneWrite() {
    var documents = documents("a-day");
    var staff = new KnowStaff(documents, () -> Set.of("milos"), clock);
    staff.seen("milica", Set.of(Role.SUPERVISOR), null);
    long version = documents.find("milica").orElseThrow().version();
    staff.seen("milica", Set.of(Role.SUPERVISOR), null);
    new KnowStaff(documents, () -> Set.of("milos"), clock)
        .seen("milica", Set.of(Role.SUPERVISOR), null);
    assertThat(documents.find("milica").orElseThrow().version()).isEqualTo(version);
  }

  private static Optional<String> name(KnowStaff staff, String person) {
    return staff.named().stream()
        .filter(each -> each.person().equals(person))
        .map(KnowStaff.Named::name)
        .findFirst();
  }

  @Test
  void aNameComesWithAPersonsOwnLoginAndChangesOnceADay() {
    var documents = documents("named");
    var staff = new KnowStaff(documents, () -> Set.of(), clock);
    staff.seen("ana", Set.of(Role.OPERATOR), null);
    assertThat(name(staff, "ana")).isEmpty();

    staff.seen("ana", Set.of(Role.OPERATOR), " Ana Jović ");
    assertThat(name(staff, "ana")).contains("Ana Jović");
    staff.seen("ana", Set.of(Role.OPERATOR), null);
    staff.seen("ana", Set.of(Role.OPERATOR), "Ana of the other login");
    assertThat(name(staff, "ana")).contains("Ana Jović");

    clock.advance(Duration.ofDays(1));
    staff.seen("ana", Set.of(Role.OPERATOR), "Ana Petrović");
    assertThat(name(staff, "ana")).contains("Ana Petrović");
  }

  @Test
  @Proves(8)
  void noNameOfAPoliceOfficerIsKeptNorWhatIsNone() {
    var staff = new KnowStaff(documents("unnamed"), () -> Set.of(), clock);

    staff.seen("dragan", Set.of(Role.POLICE), "Dragan");
    staff.seen("marko", Set.of(Role.OPERATOR), "x".repeat(81));
    staff.seen("mina", Set.of(Role.OPERATOR), "a\u0007b");
    staff.seen("milan", Set.of(Role.OPERATOR), "\u200b");

    assertThat(staff.named()).isEmpty();
  }

  @Test
  @Proves(8)
  void whoeverHasNotBeenHereForAYearIsNamelessAgain() {
    var documents = documents("forgotten");
    var staff = new KnowStaff(documents, () -> Set.of(), clock);
    staff.seen("ana", Set.of(Role.OPERATOR), "Ana");
    Instant due = documents.find("ana").orElseThrow().dues().get("name");
    assertThat(due).isNotNull();

    staff.due("ana");
    assertThat(name(staff, "ana")).contains("Ana");
    clock.advance(Duration.ofDays(366));
    staff.due("ana");

    assertThat(staff.named()).isEmpty();
    assertThat(documents.find("ana").orElseThrow().dues())
        .containsKey(KeptHistory.FORGET_DUE)
        .doesNotContainKey("name");
    assertThat(staff.now().ever()).containsKey(Role.OPERATOR);
  }
}
