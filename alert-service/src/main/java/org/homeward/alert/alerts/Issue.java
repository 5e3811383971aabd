package org.homeward.alert.alerts;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.TreeSet;

/**
 * What goes out.
 *
 * @param edition counts what was approved of one alert, from 1
 * @param withdrawn children whose part does not go out any more
 */
public record Issue(int edition, Order order, Wish wish, Preview preview, Set<String> withdrawn) {

  public Issue {
    requireNonNull(order, "order");
    requireNonNull(wish, "wish");
    requireNonNull(preview, "preview");
    withdrawn = withdrawn == null ? Set.of() : Set.copyOf(withdrawn);
  }

  Issue without(String child) {
    Set<String> more = new TreeSet<>(withdrawn);
    more.add(child);
    return new Issue(edition, order, wish, preview, more);
  }
}
