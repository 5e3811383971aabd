package org.homeward.alert.subscribers.destinations;

import java.util.Collection;
import java.util.Map;

/** Webhooks by the numbers that they have beside confirmed subscriptions, in the same log. */
@FunctionalInterface
public interface NumberedWebhooks {

  /** The field of the log's entries that has a webhook's id. */
  String FIELD = "webhook";

  /**
   * Those that were ever told anything or may be; one query. A revoked one is still there: it may
   * be owed ends.
   *
   * @param ids by number
   */
  Collection<Destination> of(Map<Long, String> ids);
}
