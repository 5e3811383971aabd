package org.homeward.bridge.partners;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.TransferRules;
import org.homeward.schema.disclosure.TransferTable;

/** The verdict of the transfer rules for this node and one partner, with the grounds on record. */
public final class Borders {

  private final TransferTable table;
  private final Partners partners;
  private final GuardedDocuments<PartnerGrounds> grounds;
  private final String country;

  /**
   * @param country of this node
   */
  Borders(
      TransferTable table,
      Partners partners,
      GuardedDocuments<PartnerGrounds> grounds,
      String country) {
    this.table = table;
    this.partners = partners;
    this.grounds = grounds;
    this.country = country;
  }

  /**
   * Everything on record for one handover.
   *
   * @param vital a person's word that a life may depend on it holds now
   */
  public Set<Ground> recorded(Partner partner, boolean vital) {
    Set<Ground> recorded = EnumSet.noneOf(Ground.class);
    recorded.addAll(onFile(partner.node()));
    if (vital) {
      recorded.add(Ground.VITAL_INTEREST);
    }
    return recorded;
  }

  /** On record for every handover with a partner. */
  public Set<Ground> onFile(String partner) {
    boolean clauses =
        grounds.find(partner).map(found -> found.state().clauses() != null).orElse(false);
    return clauses ? EnumSet.of(Ground.STANDARD_CLAUSES) : EnumSet.noneOf(Ground.class);
  }

  public TransferTable.Verdict verdict(Partner partner, Set<Ground> recorded) {
    return table.verdict(country, partner.country(), recorded);
  }

  /** The rules for one handover. */
  public TransferRules rules(Set<Ground> recorded) {
    return TransferRules.acrossBorders(table, this::countryOf, recipient -> recorded);
  }

  private Optional<String> countryOf(String node) {
    return node.equals(partners.node())
        ? Optional.of(country)
        : partners.find(node).map(Partner::country);
  }
}
