package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.orders.stops.Stop;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.trial.EventReader;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What one process is told and another does, with the settings that are there by default. */
class SecondInstanceIT {

  private static final TrialNode NODE = TrialNode.get();
  private static final String STOPPED = UUID.randomUUID().toString();
  private static ConfigurableApplicationContext second;

  private static GuardedDocuments<Stop> stops() {
    return NODE.documents("stops", Stop.class);
  }

  /** A stop that nobody has told the alerts of, because a clock was a year ahead. */
  private static void stopByAClockAhead() {
    StopTarget target = StopTarget.ofAlert(STOPPED);
    var now = NODE.clock().instant();
    stops()
        .create(
            target.documentId(),
            Edit.<Stop>of(new Stop.Standing(target, "ana", now, null), "ana")
                .withDues(Map.of("tell", now.plus(Duration.ofDays(365)))),
            new Command(STOPPED, "h"),
            true);
  }

  @BeforeAll
  static void start() {
    stopByAClockAhead();
    second = NODE.another("rs", "2", TrialNode.MANY_CONFIRMATIONS);
  }

  @AfterAll
  static void stop() {
    second.close();
  }

  @Test
  @Proves(6)
  void streamEndsWhenItsKeyIsRevokedElsewhereAndTellsNothingMore() {
    TrialDesk desk = NODE.newDesk(false);
    TrialDesk witness = NODE.newDesk(false);
    TrialCase later = TrialCase.real();
    try (var reader = EventReader.open(TrialNode.root(second), desk, "")) {
      await().until(() -> !reader.events().isEmpty());

      NODE.admin().command("/api/v1/desks/" + desk.id() + "/revoke", "");
      var says = Facts.says(later.child, Facts.boy(Facts.NAME, 9));
      NODE.publish(later.reported(says).released(says));
      NODE.item(witness, later, "ACTIVE");

      await().until(reader::hasEnded);
      assertThat(reader.events("notice")).isEmpty();
    }
  }

  @Test
  @Proves(6)
  void silentStreamEndsBeforeItsNextSignOfLifeWhenItsKeyIsRevokedElsewhere() {
    TrialDesk desk = NODE.newDesk(false);
    try (var reader = EventReader.open(TrialNode.root(second), desk, "")) {
      await().until(() -> !reader.events().isEmpty());
      int signs = reader.comments();

      NODE.admin().command("/api/v1/desks/" + desk.id() + "/revoke", "");

      await().until(reader::hasEnded);
      assertThat(reader.comments()).as("one comes every 15 s").isEqualTo(signs);
    }
  }

  @Test
  @Proves(6)
  void streamOfAnOldKeyEndsOnceANewOneIsConfirmedElsewhere() {
    TrialDesk desk = NODE.newDesk(false);
    try (var reader = EventReader.open(TrialNode.root(second), desk, "")) {
      await().until(() -> !reader.events().isEmpty());
      TrialDesk renewed = NODE.renewed(desk);

      await().until(reader::hasEnded);
      try (var again = EventReader.open(TrialNode.root(second), renewed, "")) {
        await().until(() -> !again.events().isEmpty());
        assertThat(again.hasEnded()).isFalse();
      }
    }
  }

  @Test
  @Proves(4)
  void aStopThatAClockAheadHasPutOffIsToldOnceAProcessStarts() {
    String stop = StopTarget.ofAlert(STOPPED).documentId();
    await().until(() -> stops().find(stop).orElseThrow().dues().isEmpty());
  }

  @Test
  void mailboxHasOneQuietHourAtBoth() {
    String name = "v" + UUID.randomUUID();
    for (int i = 0; i < 20; i++) {
      ask(i, name + "+" + i + "@example.org");
    }
    for (int turn = 0; turn < 2; turn++) {
      String marker = "marker" + turn + "-" + name + "@example.org";
      ask(turn, marker);
      await().until(() -> NODE.smtp().receivedBy(marker).size() == 1);
    }

    assertThat(NODE.smtp().received()).filteredOn(mail -> mail.to().startsWith(name)).hasSize(1);
  }

  private static void ask(int turn, String email) {
    var anybody = turn % 2 == 0 ? NODE.anonymous() : TrialNode.anonymous(second);
    var answer =
        anybody.post(
            "/api/v1/subscriptions",
            """
            {"email": "%s", "country": "RS", "language": "en"}"""
                .formatted(email));
    assertThat(answer.status()).isEqualTo(202);
  }
}
