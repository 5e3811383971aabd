package org.homeward.alert.subscribers.destinations;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Somebody who is to be told: a volunteer, or the system or a phone of an organisation.
 *
 * @param number in the log of numbers
 * @param owner id of the subscription, webhook or phone
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param exercise gets exercises and nothing else
 * @param endsOnly gets the ends of what it was sent, and nothing new
 * @param terms when it may be told, and what it wanted before
 */
public record Destination(
    long number,
    String owner,
    Address address,
    String country,
    List<String> regions,
    String language,
    boolean exercise,
    boolean endsOnly,
    Terms terms) {

  public Destination {
    requireNonNull(owner, "owner");
    requireNonNull(address, "address");
    requireNonNull(terms, "terms");
    regions = List.copyOf(regions);
  }

  /** An organisation's: told at any hour. */
  public Destination(
      long number,
      String owner,
      Address address,
      String country,
      List<String> regions,
      String language,
      boolean exercise,
      boolean endsOnly) {
    this(number, owner, address, country, regions, language, exercise, endsOnly, Terms.NONE);
  }

  public Interest interest() {
    return new Interest(country, regions, language, exercise, address.channel());
  }

  @Override
  public String toString() {
    return "Destination[" + number + "]";
  }
}
