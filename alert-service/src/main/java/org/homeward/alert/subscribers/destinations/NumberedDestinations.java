package org.homeward.alert.subscribers.destinations;

import java.util.Collection;
import java.util.Map;

/**
 * Destinations of one kind, such as webhooks, by the numbers that they have beside confirmed
 * subscriptions, in the same log.
 */
public interface NumberedDestinations {

  /** The field of the log's entries that has the id of such a destination. */
  String field();

  /**
   * Those that were ever told anything or may be; one query. A revoked one is still there: it may
   * be owed ends.
   *
   * @param ids by number
   */
  Collection<Destination> of(Map<Long, String> ids);
}
