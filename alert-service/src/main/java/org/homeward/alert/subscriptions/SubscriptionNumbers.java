package org.homeward.alert.subscriptions;

import java.util.Map;

/**
 * The numbers of confirmed subscriptions: dense, from 1, each given once. The number of one who has
 * left stays, empty; who comes back gets a new one.
 */
public interface SubscriptionNumbers {

  /** The newest number; 0 when there is none. */
  long watermark();

  /**
   * Who is there now among these numbers, in order; numbers without anybody are absent. Two
   * queries, whatever the range; at most 1,000 numbers.
   */
  Map<Long, Destination> range(long first, long last);
}
