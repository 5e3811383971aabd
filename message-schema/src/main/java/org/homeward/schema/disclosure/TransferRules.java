package org.homeward.schema.disclosure;

import java.util.Optional;
import java.util.function.Function;
import org.homeward.schema.facts.Basis;

/**
 * Whether content of a node may cross to a recipient's country; {@code home} is the node that
 * sends, which for a partner's sighting is not the node that owns the case.
 */
@FunctionalInterface
public interface TransferRules {

  boolean allows(String home, Recipient recipient, Purpose purpose, Basis basis);

  /** No border is crossed: readers of the same node and country only. */
  static TransferRules withinNode(String node, String country) {
    return (home, recipient, purpose, basis) ->
        recipient.node().equals(node) && recipient.country().equals(country);
  }

  /**
   * The verdict of the table for the two countries, with the grounds on record at this moment.
   *
   * @param countryOf a node, as the registry says; a recipient elsewhere than that is refused
   */
  static TransferRules acrossBorders(
      TransferTable table, Function<String, Optional<String>> countryOf, Grounds grounds) {
    return (home, recipient, purpose, basis) -> {
      if (!countryOf.apply(recipient.node()).equals(Optional.of(recipient.country()))) {
        return false; // upholds 6
      }
      return countryOf
          .apply(home)
          .map(from -> table.verdict(from, recipient.country(), grounds.recorded(recipient)))
          .filter(TransferTable.Allowed.class::isInstance)
          .isPresent();
    };
  }
}
