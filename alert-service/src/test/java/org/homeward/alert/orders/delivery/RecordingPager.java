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

/** Another way to people than mail: to those whose address is a number. */
final class RecordingPager implements Sender {

  final List<Message> sent = new CopyOnWriteArrayList<>();

  /** True until somebody has taken the first message. */
  final AtomicBoolean first = new AtomicBoolean(true);

  /** Runs while a message waits for its turn. */
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
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(Message message, Destination to, Instant deadline) {
        return send(message, to, deadline, () -> true);
      }

      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        meanwhile.run();
        if (!isStill.getAsBoolean()) {
          return new MailResult.Later(Duration.ofMinutes(1), "stopped");
        }
        sent.add(message);
        return new MailResult.Accepted("pager");
      }

      @Override
      public void close() {}
    };
  }
}
