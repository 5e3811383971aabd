package org.homeward.alert.orders.measures;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.subscribers.destinations.Channel;

/**
 * How an alert went, in numbers; nobody is named.
 *
 * @param alert by channel; empty while those who are still to be told could not be counted
 * @param end by channel; without an entry while nobody is owed an end
 * @param failures how many stand so, for this reason
 */
record Measured(
    Optional<Map<Channel, Reach>> alert, Map<Channel, Reach> end, Map<Failure, Integer> failures) {

  Measured {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  /** The cause that keeps a message from leaving. */
  enum Standing {
    /** It is tried again. */
    WAITING,
    UNKNOWN,
    UNREACHED
  }

  /**
   * A reason for which a message has not certainly arrived.
   *
   * @param end whether it is an end
   * @param reason a code
   */
  record Failure(Channel channel, boolean end, Standing standing, String reason)
      implements Comparable<Failure> {

    @Override
    public int compareTo(Failure other) {
      return text().compareTo(other.text());
    }

    private String text() {
      return channel.ordinal() + "|" + end + "|" + standing.ordinal() + "|" + reason;
    }
  }
}
