package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Fate;
import org.homeward.trials.soak.load.Call.Team;
import org.homeward.trials.soak.load.Offer.Course;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/** All requests of one round, in the order and at the pace that a seed determines. */
public final class Load {
  private static final int CALLERS = 6;
  private static final Duration STEP = Duration.ofMillis(50);

  private final History history;
  private final People people;
  private final String marks;
  private final Random random;
  private final Clock clock;
  private final List<Runnable> wishes = new ArrayList<>();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
  private int numbered;

  /**
   * @param marks how the plates of this round begin
   */
  public Load(History history, People people, String marks, Random random, Clock clock) {
    this.history = history;
    this.people = people;
    this.marks = marks;
    this.random = random;
    this.clock = clock;
    calls(people.rs(), 11);
    calls(people.gr(), 6);
    wishes.add(exercise());
    wishes.add(exercise());
    care(people.rs(), 3);
    care(people.gr(), 2);
    pictured();
    pictured();
    handover(people.rs(), people.gr(), Course.SIGHTED_AND_RECALLED);
    handover(people.gr(), people.rs(), Course.ERASED);
    List<Course> others = List.of(Course.STAYS, Course.BRAKED, Course.ENDED);
    handover(people.rs(), people.gr(), others.get(random.nextInt(others.size())));
    Collections.shuffle(wishes, random);
    var call = call(people.rs(), Fate.RELEASED, "A");
    wishes.add(
        random.nextInt(3),
        new Broadcast(
            history,
            people.rs(),
            call,
            people.authority(),
            random.nextInt(3) > 0,
            Duration.ofMillis(500 + random.nextInt(4000)),
            clock));
  }

  /** The operations before and after a copy of this node. */
  public AroundBackup aroundBackup(String node) {
    return new AroundBackup(history, people, node, marks, random, clock);
  }

  /** One more alert, which is not part of the order. */
  public OneAlert oneAlert() {
    var call = call(people.rs(), Fate.RELEASED, "B");
    return new OneAlert(history, people, call, clock);
  }

  /** How many operations there are. */
  public int size() {
    return wishes.size();
  }

  /** The errors of requests. */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /**
   * Spreads the operations over this time; returns when each has an outcome.
   *
   * @param over from the first operation to the last
   */
  public void play(Duration over) throws InterruptedException {
    var next = new Semaphore(CALLERS);
    var done = new CountDownLatch(wishes.size());
    Executor callers = wish -> Thread.ofVirtual().start(wish);
    Duration pause = over.dividedBy(wishes.size());
    for (Runnable wish : wishes) {
      next.acquire();
      callers.execute(
          () -> {
            try {
              wish.run();
            } catch (RuntimeException e) {
              troubles.add(String.valueOf(e.getMessage()));
            } finally {
              next.release();
              done.countDown();
            }
          });
      Poll.until(pause, STEP, () -> false);
    }
    done.await();
  }

  private void calls(Team team, int count) {
    Fate[] fates = {
      Fate.HELD,
      Fate.HELD,
      Fate.RELEASED,
      Fate.RELEASED,
      Fate.LOOKED_AT,
      Fate.FROZEN_AND_LIFTED,
      Fate.KEPT_FROM_ONE
    };
    for (int i = 0; i < count; i++) {
      Fate fate = i == 0 ? Fate.ENDED : i == 1 ? Fate.ERASED : fates[random.nextInt(fates.length)];
      wishes.add(call(team, fate, ""));
    }
  }

  private void care(Team team, int count) {
    String node = team.hotline().node().name();
    for (int i = 0; i < count; i++) {
      boolean revokes = random.nextBoolean();
      boolean twice = random.nextInt(4) == 0;
      String mark = marks + "C" + numbered++;
      wishes.add(new Care(team, history, people.shelter(node), mark, revokes, twice));
    }
  }

  private void pictured() {
    String plate = marks + "P" + numbered++;
    var sender = new RepeatingSender(history, "rs", plate);
    wishes.add(() -> Evidence.pictured(people.rs(), sender, plate));
  }

  private Runnable exercise() {
    var call =
        new Call(
            people.rs(),
            history,
            people.exerciseDesk(),
            marks + "X" + numbered++,
            Fate.RELEASED,
            true,
            random.nextInt(4) == 0,
            false);
    return () -> {
      call.run();
      offerInEarnest(call);
    };
  }

  /** A person offers an exercise as a real case; the bridge must refuse it. */
  private void offerInEarnest(Call call) {
    if (call.isReleased()) {
      String login = people.rs().partnerDesk();
      var desk = new PartnerDesk(people.rs().hotline().as(login));
      call.sender()
          .send(
              new Repeatable(
                      Kind.EXERCISE_OFFER, login, key -> desk.offer(call.caseId(), "gr", key))
                  .unless(Call::isNotKnownYet));
    }
  }

  private void handover(Team owner, Team partner, Course course) {
    wishes.add(new Offer(history, call(owner, Fate.RELEASED, "H"), owner, partner, course));
  }

  private Call call(Team team, Fate fate, String kind) {
    return new Call(
        team,
        history,
        people.desk(team.hotline().node().name()),
        marks + kind + numbered++,
        fate,
        false,
        random.nextInt(4) == 0,
        fate == Fate.ERASED || random.nextInt(4) == 0);
  }
}
