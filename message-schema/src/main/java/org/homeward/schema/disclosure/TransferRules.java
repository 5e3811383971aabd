package org.homeward.schema.disclosure;

import org.homeward.schema.facts.Basis;

/** Whether content of a node may cross to a recipient's country. */
@FunctionalInterface
public interface TransferRules {

  boolean allows(String home, Recipient recipient, Purpose purpose, Basis basis);

  /** No border is crossed: readers of the same node and country only. */
  static TransferRules withinNode(String node, String country) {
    return (home, recipient, purpose, basis) ->
        recipient.node().equals(node) && recipient.country().equals(country);
  }
}
