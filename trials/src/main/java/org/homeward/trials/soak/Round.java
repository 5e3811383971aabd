package org.homeward.trials.soak;

import com.mongodb.MongoException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.check.Violation;
import org.homeward.trials.soak.fault.Fault;
import org.homeward.trials.soak.fault.NodePair;
import org.homeward.trials.soak.load.Load;
import org.homeward.trials.soak.look.EndStateCheck;

/**
 * One round: people work while faults come one after another. Then all comes to rest, and the
 * checker looks at everything.
 */
final class Round {
  private static final Duration WORK = Duration.ofSeconds(6);

  /**
   * More than twice the longest pause between two attempts to reach a partner, because one attempt
   * may fail.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final Duration TICK = Duration.ofMillis(400);

  private final Load load;
  private final List<Fault> faults;
  private final NodePair pair;
  private final EndStateCheck endStateCheck;
  private final Set<Violation> known;
  private final List<String> struck = new ArrayList<>();
  private final long begin = System.nanoTime();
  private long worked;
  private long ended;

  /**
   * @param known what was found before, and is not waited for
   */
  Round(
      Load load,
      List<Fault> faults,
      NodePair pair,
      EndStateCheck endStateCheck,
      Set<Violation> known) {
    this.load = load;
    this.faults = faults;
    this.pair = pair;
    this.endStateCheck = endStateCheck;
    this.known = known;
  }

  /** Returns the violations that remain when every fault is repaired and the nodes are at rest. */
  List<Violation> play() throws InterruptedException {
    AtomicReference<String> broken = new AtomicReference<>("");
    Thread striking = Thread.ofVirtual().start(() -> broken.set(strike()));
    load.play(WORK);
    striking.join();
    List<Violation> violations = new ArrayList<>();
    pair.settle().forEach(what -> violations.add(new Violation(0, what)));
    worked = System.nanoTime();
    if (!broken.get().isEmpty()) {
      violations.add(new Violation(0, broken.get()));
    }
    violations.addAll(pair.violations());
    load.troubles().forEach(what -> violations.add(new Violation(0, what)));
    struck.stream()
        .filter(what -> what.contains("BUT HEALTH"))
        .forEach(what -> violations.add(new Violation(11, what)));
    violations.addAll(rest());
    ended = System.nanoTime();
    return violations;
  }

  List<String> struck() {
    return List.copyOf(struck);
  }

  double seconds() {
    return (ended - begin) / 1e9;
  }

  String times() {
    return "%.1f s, %.1f to rest".formatted(seconds(), (ended - worked) / 1e9);
  }

  /** Returns the error of a fault that could not be injected or repaired; empty when all could. */
  private String strike() {
    try {
      for (Fault fault : faults) {
        pair.pause(0, 1500);
        struck.add(fault.strike(pair));
      }
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (RuntimeException e) {
      return "a fault could not be made: " + e;
    }
  }

  private List<Violation> rest() {
    AtomicReference<List<Violation>> last = new AtomicReference<>(List.of());
    Poll.until(
        PATIENCE,
        TICK,
        () -> {
          last.set(look().stream().filter(violation -> !known.contains(violation)).toList());
          return last.get().isEmpty();
        });
    return last.get();
  }

  private List<Violation> look() {
    try {
      return endStateCheck.look();
    } catch (UncheckedIOException | MongoException | KafkaException | IllegalStateException e) {
      return List.of(new Violation(0, "nobody could look: " + e));
    }
  }
}
