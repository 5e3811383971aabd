package org.homeward.trials.soak.load;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.homeward.local.client.Answer;
import org.homeward.local.client.PartnerDesk;
import org.homeward.local.client.Volunteer;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.History;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.load.Call.Fate;
import org.homeward.trials.soak.load.Call.Team;
import org.homeward.trials.soak.load.Offer.Course;
import org.homeward.trials.soak.load.RepeatingSender.Repeatable;

/**
 * The operations around a copy of a node: they begin before it, and are ended, stopped, recalled or
 * erased after it. Chance decides how far the handover and the alert come before the copy.
 */
public final class AroundBackup {
  private static final Duration MAIL = Duration.ofSeconds(8);
  private static final Duration TICK = Duration.ofMillis(100);

  private final History history;
  private final People people;
  private final Team owner;
  private final Team partner;
  private final String marks;
  private final Random random;
  private final Call ended;
  private final Call erased;
  private final Call frozen;
  private final Call spare;
  private final Deque<BooleanSupplier> handover = new ArrayDeque<>();
  private final Deque<BooleanSupplier> alert = new ArrayDeque<>();
  private int numbered;

  AroundBackup(
      History history, People people, String node, String marks, Random random, Clock clock) {
    this.history = history;
    this.people = people;
    this.owner = node.equals("gr") ? people.gr() : people.rs();
    this.partner = node.equals("gr") ? people.rs() : people.gr();
    this.marks = marks;
    this.random = random;
    ended = call();
    erased = call(true);
    frozen = call();
    spare = call();
    handed(call());
    if (node.equals("rs")) {
      alerted(call(), clock);
    }
  }

  private void handed(Call call) {
    var offer = new Offer(history, call, owner, partner, Course.STAYS);
    handover.add(
        () -> {
          call.run();
          return call.isReleased();
        });
    handover.add(offer::offer);
    handover.add(() -> offer.move("acknowledge", Kind.ACKNOWLEDGE));
    handover.add(() -> offer.move("accept", Kind.ACCEPT));
    handover.add(() -> offer.move("check", Kind.CHECK));
    if (random.nextInt(4) > 0) {
      handover.add(
          () -> {
            offer.recall("MISTAKE");
            return true;
          });
    } else {
      handover.add(erasing(call));
    }
  }

  private void alerted(Call call, Clock clock) {
    var broadcast =
        new Broadcast(history, owner, call, people.authority(), true, Duration.ZERO, clock);
    alert.add(
        () -> {
          call.run();
          return call.isReleased();
        });
    alert.add(broadcast::draft);
    alert.add(broadcast::approve);
    alert.add(
        () -> {
          Poll.until(Duration.ofMillis(random.nextInt(3000)), TICK, () -> false);
          leave();
          return true;
        });
    int ending = random.nextInt(3);
    if (ending > 0) {
      alert.add(
          () -> {
            broadcast.stop();
            return true;
          });
    }
    if (ending < 2) {
      alert.add(
          () -> {
            call.end();
            return true;
          });
    }
  }

  /** The operations that the copy knows. */
  public void before() {
    List.of(ended, erased, frozen, spare).forEach(Call::run);
    if (ended.isReleased()) {
      ended.keepFromOne();
    }
    play(handover, random.nextInt(6)); // the last step is for after the copy
    play(alert, random.nextInt(4));
  }

  /**
   * The operations after the copy: ends of what it contains, and new things that it does not
   * contain.
   */
  public void after() {
    call().run();
    play(alert, alert.size());
    play(handover, handover.size());
    if (ended.isReleased()) {
      ended.end();
    }
    if (frozen.isReleased()) {
      var operator = owner.operating();
      frozen
          .sender()
          .send(
              new Repeatable(
                  Kind.FREEZE, owner.operator(), key -> operator.freeze(frozen.caseId(), key)));
    }
    if (erased.isReleased()) {
      erased.erase();
    }
  }

  /** Offers a case to the partner, outside the history. */
  public Answer offerNow(String key) {
    String to = partner.hotline().node().name();
    var desk = new PartnerDesk(owner.hotline().as(owner.partnerDesk()));
    return desk.offer(spare.caseId(), to, key);
  }

  /** The newest place of the police feed. */
  public String head() {
    return owner.hotline().desk(people.desk(owner.hotline().node().name())).head();
  }

  /** Reads on from a place of the police feed. */
  public Answer feedAfter(String place) {
    return owner.hotline().desk(people.desk(owner.hotline().node().name())).after(place);
  }

  private static BooleanSupplier erasing(Call call) {
    return () -> {
      call.erase();
      return true;
    };
  }

  private static void play(Deque<BooleanSupplier> steps, int count) {
    for (int i = 0; i < count && !steps.isEmpty(); i++) {
      if (!steps.removeFirst().getAsBoolean()) {
        steps.clear();
      }
    }
  }

  /** Uses the link of any mail that has one. */
  private void leave() {
    Volunteer volunteer = people.mailboxes().leaver(random).orElse(null);
    if (volunteer == null) {
      return;
    }
    String[] link = {""};
    Poll.until(
        MAIL,
        TICK,
        () -> {
          volunteer.mails().stream()
              .map(Volunteer::leaving)
              .filter(found -> !found.isEmpty())
              .forEach(found -> link[0] = found);
          return !link[0].isEmpty();
        });
    if (!link[0].isEmpty()) {
      new RepeatingSender(history, "rs", volunteer.address())
          .send(new Repeatable(Kind.LEAVE, "volunteer", _ -> volunteer.leaveByOneClick(link[0])));
    }
  }

  private Call call() {
    return call(false);
  }

  private Call call(boolean shows) {
    String node = owner.hotline().node().name();
    String plate = marks + "R" + numbered++;
    return new Call(owner, history, people.desk(node), plate, Fate.RELEASED, false, false, shows);
  }
}
