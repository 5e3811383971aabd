package org.homeward.alert.orders.delivery;

import java.time.Instant;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.mail.MailResult;

/**
 * One way to people, as mail is. Another way is another sender; planning, recording and repeating
 * are the same for all.
 */
interface Sender {

  /** Whether the destination has an address that this way leads to. */
  boolean serves(Destination to);

  /** False while the provider of this destination takes no messages. */
  boolean permits(Destination to);

  /**
   * False while what is new waits for this destination: somebody has paused it, or it was sent
   * enough for now. Ends are not asked about.
   */
  default boolean takesNew(Destination to) {
    return true;
  }

  /**
   * Whether the messages of a batch are sent side by side, each in a session of its own: where each
   * goes to another system, a slow one holds up nobody else.
   */
  default boolean sendsSideBySide() {
    return false;
  }

  /** For the messages of one batch, after each other, on one thread. */
  Session session();

  /** Messages after each other. */
  interface Session extends AutoCloseable {

    /** It never throws for what the other side does, and answers in time. */
    MailResult send(Message message, Destination to, Instant deadline);

    @Override
    void close();
  }
}
