package org.homeward.console.partners;

import java.util.List;

/**
 * The partners of the registry.
 *
 * @param quarantined nothing with content goes to partners until two people open the node
 * @param registry until when the registry is valid, in words; empty when there is none
 * @param expired whether that time is over
 * @param keepsGrounds whether the reader puts standard clauses on file
 */
record PartnersPage(
    boolean quarantined,
    String registry,
    boolean expired,
    boolean keepsGrounds,
    List<PartnerLine> partners) {

  PartnersPage {
    partners = List.copyOf(partners);
  }
}
