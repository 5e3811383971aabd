package org.homeward.alert.subscribers.subscriptions;

import java.net.URI;
import java.util.List;

/**
 * A volunteer who is to be told.
 *
 * @param number of the subscription
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param leaveLink the link that ends the subscription, also by one click; a secret of theirs
 * @param exercise gets exercises and nothing else
 */
public record Destination(
    long number,
    String subscriptionId,
    String email,
    String country,
    List<String> regions,
    String language,
    URI leaveLink,
    boolean exercise) {

  public Destination {
    regions = List.copyOf(regions);
  }

  public Interest interest() {
    return new Interest(country, regions, language, exercise);
  }

  @Override
  public String toString() {
    return "Destination[" + number + "]";
  }
}
