package org.homeward.console.handovers;

import java.util.List;
import java.util.Map;
import org.homeward.console.partners.PartnerLine;

/**
 * The page on which a case is offered to a partner: first the partner, then what it would learn.
 *
 * @param caseId the case
 * @param code what people call it
 * @param who its children, in words; empty for who cannot read cases
 * @param canOpen whether the reader can open the case
 * @param partners that can be chosen
 * @param partner the chosen one; empty at first
 * @param name what people call it
 * @param sent what the partner would learn; empty until one is chosen
 * @param against why it cannot be offered now, in words; empty when it can
 * @param unreleased whether no report of it may go to a partner yet
 * @param release the page on which a report is let go; empty where the reader finds none
 * @param urgency {@code HIGH} or {@code NORMAL}, as its risk makes it; empty when not known
 * @param open the handover that is open; empty when none is, or when it is recalled for this one
 * @param instead the handover that is recalled for this one; empty for none
 * @param bases grounds of law that can be chosen
 * @param key makes a repeated form of this page one command
 */
record OfferPage(
    String caseId,
    String code,
    String who,
    boolean canOpen,
    boolean exercise,
    List<PartnerLine> partners,
    String partner,
    String name,
    Sent sent,
    String against,
    boolean unreleased,
    String release,
    String urgency,
    String open,
    String instead,
    List<String> bases,
    String key,
    Map<String, List<String>> typed,
    Map<String, String> wrong) {

  OfferPage {
    partners = List.copyOf(partners);
    bases = List.copyOf(bases);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** The questions of the form, but for the ground of law. */
  static final List<MoveField> FIELDS =
      List.of(
          MoveField.oneOf(
              "reason",
              "OfferReason",
              List.of(
                  "ROUTE", "RELATIVE_THERE", "LANGUAGE", "NATIONAL", "SIGHTING", "CONTACT_THERE")),
          MoveField.someOf("asks", "Ask", MoveField.ASKS));

  /**
   * The facts that the partner would learn, named in words.
   *
   * @param minimum when it accepts
   * @param full further, when it has checked for a conflict
   * @param never what stays here
   * @param reportsKept how many reports no partner is told of
   * @param missing grounds one of which lets it cross the border; empty when it may cross
   */
  record Sent(
      List<String> minimum,
      List<String> full,
      List<String> never,
      int reportsKept,
      List<String> missing) {

    Sent {
      minimum = List.copyOf(minimum);
      full = List.copyOf(full);
      never = List.copyOf(never);
      missing = List.copyOf(missing);
    }
  }

  boolean isChosen() {
    return !partner.isEmpty();
  }

  boolean canBeOffered() {
    return isChosen() && against.isEmpty() && open.isEmpty() && !bases.isEmpty();
  }

  boolean has(String field, String code) {
    return typed.getOrDefault(field, List.of()).contains(code);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "OfferPage[" + caseId + "]";
  }
}
