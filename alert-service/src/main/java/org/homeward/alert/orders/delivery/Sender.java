package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
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

  /** Whether a provider that may still hold something can be asked now not to deliver it. */
  default boolean takesBack(Delivery held) {
    return false;
  }

  /** For the messages of one batch, after each other, on one thread. */
  Session session();

  /**
   * A message that was sent.
   *
   * @param ways what is known of its providers since
   */
  record Carried(MailResult result, List<Way> ways) {

    public Carried {
      ways = List.copyOf(ways);
    }
  }

  /**
   * A message that was sent and is not to arrive any more.
   *
   * @param ways what is known of its providers since
   * @param all whether certainly none of it arrives
   */
  record TakenBack(List<Way> ways, boolean all) {

    public TakenBack {
      ways = List.copyOf(ways);
    }
  }

  /** Messages after each other. */
  interface Session extends AutoCloseable {

    /**
     * It never throws for what the other side does, and answers in time.
     *
     * @param isStill where messages are sent side by side, asked after each wait for a place or a
     *     connection: false and the message does not leave; a mail does not ask, the batch looks
     *     between two of them
     */
    MailResult send(Message message, Destination to, Instant deadline, BooleanSupplier isStill);

    /**
     * As the other, for a channel with several providers.
     *
     * @param intended what is recorded of the destination
     */
    default Carried carry(
        Message message,
        Destination to,
        Delivery intended,
        Instant deadline,
        BooleanSupplier isStill) {
      return new Carried(send(message, to, deadline, isStill), intended.ways());
    }

    /** Asks for what was sent not to be delivered any more; safe to repeat. */
    default TakenBack takeBack(Destination to, Delivery held, Instant deadline) {
      return new TakenBack(held.ways(), false);
    }

    @Override
    void close();
  }
}
