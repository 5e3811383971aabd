package org.homeward.alert.subscribers.subscriptions;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The numbers of confirmed subscriptions: dense, from 1, each given once. The number of one who has
 * left stays, empty; who comes back gets a new one.
 */
public interface SubscriptionNumbers {

  /** The newest number; 0 when there is none. */
  long watermark();

  /**
   * Who is there now among these numbers, in order; numbers without anybody are absent. Two
   * queries, however many; at most 1,000 numbers.
   */
  Map<Long, Destination> of(List<Long> numbers);

  /** The same of all numbers from one to another. */
  default Map<Long, Destination> range(long first, long last) {
    return of(LongStream.rangeClosed(first, last).boxed().toList());
  }
}
