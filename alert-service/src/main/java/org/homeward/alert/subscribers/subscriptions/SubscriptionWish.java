package org.homeward.alert.subscribers.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.jspecify.annotations.Nullable;

/**
 * The regions that a volunteer wants to hear of, the language, and when.
 *
 * @param regions ISO 3166-2; empty for the whole country
 * @param quiet null when news may come at any hour
 */
public record SubscriptionWish(
    List<String> regions,
    Language language,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable QuietTime quiet) {

  public SubscriptionWish {
    regions = regions == null ? List.of() : List.copyOf(regions);
  }

  SubscriptionWish(List<String> regions, Language language) {
    this(regions, language, null);
  }

  /** The form for a new subscription does not ask for quiet hours; those that are there stay. */
  SubscriptionWish after(SubscriptionWish before) {
    return quiet == null ? new SubscriptionWish(regions, language, before.quiet()) : this;
  }
}
