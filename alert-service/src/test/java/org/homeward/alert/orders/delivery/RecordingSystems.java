package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;

/** The systems of organisations, which answer as a test tells them. */
final class RecordingSystems implements Sender {

  final List<Message> sent = new CopyOnWriteArrayList<>();

  Function<Destination, MailResult> answer = _ -> new MailResult.Accepted("webhook");

  @Override
  public boolean serves(Destination to) {
    return to.address() instanceof Address.Endpoint;
  }

  @Override
  public boolean permits(Destination to) {
    return true;
  }

  @Override
  public boolean takesNew(Destination to) {
    return to.address() instanceof Address.Endpoint endpoint && !endpoint.paused();
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(
          Message message, Destination to, Instant deadline, BooleanSupplier isStill) {
        sent.add(message);
        return answer.apply(to);
      }

      @Override
      public void close() {}
    };
  }
}
