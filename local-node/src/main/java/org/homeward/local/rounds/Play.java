package org.homeward.local.rounds;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.homeward.local.node.Poll;

/** Deals the wishes of a round out around the kills, so that each kill hits some under way. */
final class Play {
  private static final int CALLERS = 8;
  private static final int AMONG_KILLS = 70; // percent; the rest shows the speed in quiet times
  private static final Duration QUIET_PACE = Duration.ofMillis(50);

  private final List<Runnable> wishes;
  private final Broadcast broadcast;
  private final Kills kills;
  private final Random random;

  Play(Wishes wishes, Kills kills, Random random) {
    this.wishes = wishes.inOrder();
    this.broadcast = wishes.broadcast();
    this.kills = kills;
    this.random = random;
  }

  void play(int count) throws InterruptedException {
    var victims = kills.victims(count);
    var dealt = new Semaphore(0);
    var done = new CountDownLatch(wishes.size());
    int alertBefore = random.nextInt(victims.size());
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.execute(() -> deal(dealt, new Semaphore(CALLERS), done, callers));
      int share = wishes.size() * AMONG_KILLS / 100 / victims.size() / 2;
      for (int i = 0; i < victims.size(); i++) {
        if (i == alertBefore) {
          callers.execute(broadcast);
        }
        dealt.release(share);
        kills.pause(1200);
        dealt.release(share);
        kills.kill(victims.get(i));
      }
      kills.settle();
      for (int i = 0; i < wishes.size() - 2 * share * victims.size(); i++) {
        dealt.release();
        Poll.until(QUIET_PACE, QUIET_PACE, () -> false);
      }
      done.await();
    }
  }

  private void deal(Semaphore dealt, Semaphore next, CountDownLatch done, Executor callers) {
    for (Runnable wish : wishes) {
      dealt.acquireUninterruptibly();
      next.acquireUninterruptibly();
      callers.execute(
          () -> {
            try {
              wish.run();
            } finally {
              next.release();
              done.countDown();
            }
          });
    }
  }
}
