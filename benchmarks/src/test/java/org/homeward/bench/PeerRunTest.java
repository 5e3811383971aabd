package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PeerRunTest {
  private static final PeerRun.Load TWENTY = new PeerRun.Load(true, 20);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void whatIsAcceptedAndShownIsCounted() {
    Map<String, Double> run = run(TWENTY, _ -> true, _ -> true);

    assertThat(run).containsEntry(PeerRun.FAILED, 0.0).containsEntry(PeerRun.NEVER_VISIBLE, 0.0);
    assertThat(run.get("accepted/s")).isBetween(10.0, 22.0);
    assertThat(run.get(PeerRun.VISIBLE)).isBetween(10.0, 22.0);
  }

  @Test
  void whatIsRefusedFailedAndNeedNotBeShown() {
    Map<String, Double> run = run(TWENTY, n -> n % 4 != 0, _ -> true);

    assertThat(run).containsEntry(PeerRun.FAILED, 5.0).containsEntry(PeerRun.NEVER_VISIBLE, 0.0);
  }

  @Test
  void whatIsAcceptedAndNotShownWasNeverVisible() {
    Map<String, Double> run = run(TWENTY, _ -> true, n -> n % 10 != 0);

    assertThat(run).containsEntry(PeerRun.FAILED, 0.0).containsEntry(PeerRun.NEVER_VISIBLE, 2.0);
  }

  @Test
  void aHandThatIsRefusedGoesOn() {
    Map<String, Double> run = run(new PeerRun.Load(false, 1), n -> n > 3, _ -> true);

    assertThat(run).containsEntry(PeerRun.FAILED, 3.0);
    assertThat(run.get("accepted/s")).isPositive();
  }

  private static Map<String, Double> run(
      PeerRun.Load load, IntPredicate accepts, IntPredicate shows) {
    return new PeerRun(Duration.ofMillis(200)).measure(new Numbered(accepts, shows), load, SECOND);
  }

  /** Numbers reports from 1 and shows those that it shows at once. */
  private record Numbered(
      IntPredicate accepts, IntPredicate shows, AtomicInteger count, Map<String, Long> shown)
      implements Peer {

    Numbered(IntPredicate accepts, IntPredicate shows) {
      this(accepts, shows, new AtomicInteger(), new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
      return "numbered";
    }

    @Override
    public String hand() {
      int n = count.incrementAndGet();
      if (!accepts.test(n)) {
        throw new IllegalStateException("refused");
      }
      if (shows.test(n)) {
        shown.put("" + n, System.nanoTime());
      }
      return "" + n;
    }

    @Override
    public Watch watch() {
      return new Watch(
          report -> {
            Long at = shown.remove(report);
            return at == null ? OptionalLong.empty() : OptionalLong.of(at);
          },
          () -> {});
    }
  }
}
