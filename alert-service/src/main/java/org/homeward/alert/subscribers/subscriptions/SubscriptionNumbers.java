package org.homeward.alert.subscribers.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;

/**
 * The numbers of confirmed subscriptions, live webhooks and phones: from 1, each given once. The
 * number of one who has left stays, empty; a volunteer who comes back gets a new one.
 */
public interface SubscriptionNumbers {

  /** The newest number; 0 when there is none. */
  long watermark();

  /**
   * The destinations that have these numbers now, in order; a number that nobody has is absent. Six
   * queries at most, however many; at most 1,000 numbers.
   */
  Map<Long, Destination> of(List<Long> numbers);

  /** The same of all numbers from one to another. */
  default Map<Long, Destination> range(long first, long last) {
    return of(LongStream.rangeClosed(first, last).boxed().toList());
  }

  /**
   * The interests of those with numbers from one to another that live in a country and may be told
   * something new. Six queries at most; up to 1,000 numbers.
   */
  List<Interest> interests(long first, long last, String country);
}
