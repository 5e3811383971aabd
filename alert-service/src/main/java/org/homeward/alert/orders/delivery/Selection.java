package org.homeward.alert.orders.delivery;

import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.Interest;

/** The rule of an approved preview, as it is read before every batch. */
public final class Selection {

  private Selection() {}

  /** Whether the approved rule selects a destination, and it may get something new. */
  public static boolean isMeant(PreviewDocument.Rule rule, Destination to) {
    if (to.endsOnly()) return false; // upholds 4
    if (!isMeant(rule, to.interest())) return false;
    boolean counts = to.terms().holdAt(rule.watermark()) || wasMeant(rule, to);
    if (!counts) return false; // upholds 3
    return true;
  }

  /** A wider wish gets nothing that was approved for fewer; a narrower one counts at once. */
  private static boolean wasMeant(PreviewDocument.Rule rule, Destination to) {
    return to.terms()
        .at(rule.watermark())
        .filter(was -> rule.languages().contains(was.language()))
        .filter(was -> rule.concerns(to.country(), was.regions()))
        .isPresent();
  }

  /** Whether the approved rule selects somebody who wants to be told of this. */
  static boolean isMeant(PreviewDocument.Rule rule, Interest interest) {
    if (interest.exercise() != rule.exercise()) return false; // upholds 9
    boolean covered = rule.channels().contains(interest.channel());
    if (!covered) return false; // upholds 3
    boolean concerned = rule.concerns(interest.country(), interest.regions());
    if (!concerned) return false; // upholds 3
    return rule.languages().contains(interest.language());
  }
}
