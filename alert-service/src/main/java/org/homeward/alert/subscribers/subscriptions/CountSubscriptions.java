package org.homeward.alert.subscribers.subscriptions;

import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.durable.document.GuardedDocuments;

/** How many want to be told, and of which region; nothing about any of them. */
final class CountSubscriptions {

  private final GuardedDocuments<Subscription> subscriptions;

  CountSubscriptions(GuardedDocuments<Subscription> subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Confirmed subscriptions of a country.
   *
   * @param regions those who named a region, once in each that they named
   */
  record Count(int total, int wholeCountry, SortedMap<String, Integer> regions) {}

  Count of(String country, boolean exercise) {
    var tally = new Tally();
    subscriptions.forEach(
        each -> {
          if (each.state() instanceof Subscription.Confirmed confirmed
              && confirmed.country().equals(country)
              && confirmed.exercise() == exercise) {
            tally.add(confirmed.wish());
          }
        });
    return new Count(tally.total, tally.wholeCountry, tally.regions);
  }

  private static final class Tally {

    private final SortedMap<String, Integer> regions = new TreeMap<>();
    private int total;
    private int wholeCountry;

    void add(SubscriptionWish wish) {
      total++;
      if (wish.regions().isEmpty()) {
        wholeCountry++;
      }
      wish.regions().forEach(region -> regions.merge(region, 1, Integer::sum));
    }
  }
}
