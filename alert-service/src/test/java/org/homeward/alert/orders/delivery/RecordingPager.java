package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.sms.SmsCancel;

/** Another way to people than mail: to those whose address is a number. */
final class RecordingPager implements Sender {

  final List<Message> sent = new CopyOnWriteArrayList<>();

  /** True until somebody has taken the first message. */
  final AtomicBoolean first = new AtomicBoolean(true);

  /** Whether its messages wait before they leave, and ask then. */
  boolean waits;

  /** Whether it still holds what it has taken. */
  boolean holds;

  /** Whether it cannot be asked now to deliver no more. */
  boolean isThrottled;

  final List<String> takenBack = new CopyOnWriteArrayList<>();

  /** Runs before it answers. */
  Runnable meanwhile = () -> {};

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Mailbox mailbox && mailbox.email().startsWith("+");
  }

  @Override
  public boolean permits(Destination to) {
    return true;
  }

  @Override
  public boolean sendsSideBySide() {
    return true;
  }

  @Override
  public boolean takesBack(Delivery held) {
    return held.isHeld();
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        meanwhile.run();
        if (waits && !isStill.getAsBoolean()) {
          return new MailResult.Later(Duration.ofSeconds(2), "stopped");
        }
        sent.add(message);
        return new MailResult.Accepted("pager");
      }

      @Override
      public Carried carry(
          Message message,
          Destination to,
          Delivery intended,
          Instant deadline,
          BooleanSupplier isStill) {
        MailResult result = send(message, to, deadline, isStill);
        return new Carried(
            result,
            holds && result instanceof MailResult.Accepted
                ? List.of(Way.holding("pager", List.of(message.id())))
                : intended.ways());
      }

      @Override
      public TakenBack takeBack(Destination to, Delivery held, Instant deadline) {
        if (isThrottled) {
          return new TakenBack(held.ways(), false);
        }
        held.ways().forEach(way -> takenBack.addAll(way.ids()));
        var done = new SmsCancel(true, List.of());
        return new TakenBack(held.ways().stream().map(way -> way.asked(done, done)).toList(), true);
      }

      @Override
      public void close() {}
    };
  }
}
