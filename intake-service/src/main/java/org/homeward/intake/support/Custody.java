package org.homeward.intake.support;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.homeward.schema.people.SupportService;

/**
 * For one service, that a child needs the word of whoever has custody of it.
 *
 * @param countries of nodes
 * @param below this age
 */
record Custody(SupportService service, Set<String> countries, int below, String source) {

  Custody {
    requireNonNull(service, "service");
    countries = Set.copyOf(countries);
    requireNonNull(source, "source");
  }
}
