package org.homeward.frame.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.durable.publication.EventRecord;
import org.homeward.durable.reader.Unreadable;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.SnapshotKind;
import org.homeward.schema.snapshots.Tombstone;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class EventDispatchTest {

  private final EventCodec codec =
      new EventCodec("rs", "intake", SettableClock.at("2026-03-01T22:15:00Z"));
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final List<String> followed = new ArrayList<>();
  private final String id = UUID.randomUUID().toString();

  private EventDispatch reader(SnapshotKind kind, EventDispatch.Reaction reaction) {
    return new EventDispatch(codec, metrics, Map.of(kind, reaction));
  }

  private ConsumerRecord<String, byte[]> erased() {
    var stone = new Tombstone(id, SnapshotKind.CASE, false, YearMonth.of(2026, 3));
    EventRecord event = EventRecords.of(codec.write(id, Envelope.of("rs", 1, List.of(), stone)));
    var received = new ConsumerRecord<>("rs.cases", 0, 0L, event.key(), event.value());
    event.headers().forEach((name, value) -> received.headers().add(name, value));
    return received;
  }

  private double counted(String what, String reason) {
    var counter =
        metrics.find("homeward.reader.records").tags("what", what, "reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void aKindThatIsFollowedGetsToItsReaction() throws Unreadable {
    var reader =
        reader(
            SnapshotKind.CASE,
            event -> {
              followed.add(event.subject().id());
              return "APPLIED";
            });

    reader.read(erased());

    assertThat(followed).containsExactly(id);
    assertThat(counted("followed", "APPLIED")).isEqualTo(1);
  }

  @Test
  void anotherKindIsCountedAndLeft() throws Unreadable {
    reader(SnapshotKind.POLICE_NOTICE, event -> "APPLIED").read(erased());

    assertThat(counted("ignored", "other-kind")).isEqualTo(1);
  }

  @Test
  void whatCannotBeDecodedOrIsRefusedForEverIsUnreadable() {
    var garbage = new ConsumerRecord<>("rs.cases", 0, 0L, id, "{".getBytes(UTF_8));
    EventDispatch.Reaction refuses =
        event -> {
          throw new Unreadable("exercise-changed");
        };
    var reader = reader(SnapshotKind.CASE, refuses);

    assertThatThrownBy(() -> reader.read(garbage)).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> reader.read(erased()))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.reason()).isEqualTo("exercise-changed"));
    assertThat(counted("poison", "exercise-changed")).isEqualTo(1);
  }

  @Test
  void aFailureOfTheReactionIsTriedAgain() {
    var reader =
        reader(
            SnapshotKind.CASE,
            event -> {
              throw new IllegalStateException("the store is away");
            });

    assertThatThrownBy(() -> reader.read(erased())).isInstanceOf(IllegalStateException.class);
  }
}
