package org.homeward.intake.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.JsonStateCodec;
import org.homeward.durable.document.Shapes;
import org.homeward.face.access.Role;
import org.homeward.intake.cases.TrialStore;
import org.homeward.schema.json.Json;
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
    here.seen("jelena", Set.of(Role.OPERATOR, Role.SUPERVISOR));
    here.seen("petar", Set.of(Role.AUTHORITY));
    here.seen("vera", Set.of(Role.DPO));
    here.seen("ana", Set.of(Role.OPERATOR));

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
    elsewhere.seen("jelena", Set.of(Role.OPERATOR));
    elsewhere.seen("vera", Set.of(Role.DPO));
    clock.advance(Duration.ofDays(60));
    assertThat(here.now())
        .as("jelena's other login does not keep her a supervisor")
        .isEqualTo(new Staff(ever, acting, Set.of(), Set.of("vera")));
  }

  @Test
  void aDayOfRequestsIsOneWrite() {
    var documents = documents("a-day");
    var staff = new KnowStaff(documents, () -> Set.of("milos"), clock);
    staff.seen("milica", Set.of(Role.SUPERVISOR));
    long version = documents.find("milica").orElseThrow().version();
    staff.seen("milica", Set.of(Role.SUPERVISOR));
    new KnowStaff(documents, () -> Set.of("milos"), clock).seen("milica", Set.of(Role.SUPERVISOR));
    assertThat(documents.find("milica").orElseThrow().version()).isEqualTo(version);
  }
}
