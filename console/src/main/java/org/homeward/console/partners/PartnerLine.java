package org.homeward.console.partners;

import java.util.List;
import org.homeward.console.facts.Fact;

/**
 * One partner.
 *
 * @param node its slug
 * @param name of the organisation
 * @param country in words
 * @param crosses whether content may go there today
 * @param border what lets content go there, or what is missing, in words
 * @param facts keys, contacts, grounds
 */
public record PartnerLine(
    String node,
    String name,
    String country,
    boolean exercise,
    boolean crosses,
    String border,
    List<Fact> facts) {

  public PartnerLine {
    facts = List.copyOf(facts);
  }
}
