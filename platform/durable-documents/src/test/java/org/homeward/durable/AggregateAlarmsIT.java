package org.homeward.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreJournal;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The alarms of an aggregate that looks for those of other processes once an hour. */
class AggregateAlarmsIT {

  private static final int LONG_ENOUGH = 20;

  private static Engines engines;
  private final Clock clock = Clock.systemUTC();
  private final BlockingQueue<String> rang = new LinkedBlockingQueue<>();
  private final Aggregate<Tally> tallies = tallies();

  @BeforeAll
  static void start() {
    engines = Engines.store();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private Aggregate<Tally> tallies() {
    var database = engines.client().getDatabase("aggregates");
    var home =
        new Aggregate.Home(
            database,
            DocumentSettings.first(clock),
            new StoreJournal(database, clock),
            "trial",
            Duration.ofHours(1));
    return Aggregate.named("tallies", Tally.CODEC, home).alarm(this::ring).declared();
  }

  private void ring(String id) {
    WriteOutcome.OfChanging<Tally, String> _ =
        tallies
            .documents()
            .change(id, read -> Decision.write(Edit.of(read.state().and("rang"), "me"), ""));
    rang.add(id);
  }

  private void created(String id, Instant due) {
    WriteOutcome.OfCreating<Tally, String> _ =
        tallies
            .documents()
            .create(
                id,
                Edit.of(Tally.of(), "me").withDues(Map.of("look", due)),
                new Command("make-" + id, "h"),
                "");
  }

  @Test
  @Proves(11)
  void whatIsNotedToBeDueSoonerRingsThen() throws InterruptedException {
    tallies.prepare();
    created("later", clock.instant().plus(Duration.ofMinutes(30)));
    created("now", clock.instant());
    tallies.start();
    try {
      assertThat(rang.poll(LONG_ENOUGH, TimeUnit.SECONDS)).isEqualTo("now");

      var read = tallies.documents().find("later").orElseThrow();
      var soon = Map.of("look", clock.instant().plusMillis(500));
      assertThat(tallies.documents().note(read, read.state(), soon)).isTrue();

      assertThat(rang.poll(LONG_ENOUGH, TimeUnit.SECONDS)).isEqualTo("later");
    } finally {
      tallies.stop();
    }
  }
}
