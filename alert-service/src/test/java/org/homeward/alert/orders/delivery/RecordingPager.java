package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.subscriptions.Destination;

/** Another way to people than mail: to those whose address is a number. */
final class RecordingPager implements Sender {

  final List<Message> sent = new ArrayList<>();

  @Override
  public boolean serves(Destination to) {
    return to.email().startsWith("+");
  }

  @Override
  public boolean permits(Destination to) {
    return true;
  }

  @Override
  public Session session() {
    return new Session() {
      @Override
      public MailResult send(Message message, Destination to, Instant deadline) {
        sent.add(message);
        return new MailResult.Accepted("pager");
      }

      @Override
      public void close() {}
    };
  }
}
