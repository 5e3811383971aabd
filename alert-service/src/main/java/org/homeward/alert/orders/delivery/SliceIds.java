package org.homeward.alert.orders.delivery;

import org.homeward.durable.command.DerivedIds;

/** Ids of slices and of mails: the same for every repetition. */
public final class SliceIds {

  private final DerivedIds ids;
  private final String node;

  SliceIds(DerivedIds ids, String node) {
    this.ids = ids;
    this.node = node;
  }

  String slice(String alert, int k) {
    return ids.of("slice", alert, k);
  }

  /** Of the slice that holds a number. */
  public String holding(String alert, long number) {
    return slice(alert, (int) ((number - 1) / Slice.SIZE) + 1);
  }

  /** The Message-ID of an edition's mail to a number. */
  String edition(String alert, int edition, long number) {
    return message(alert + "|" + edition, number);
  }

  /** The Message-ID of the end's mail to a number. */
  String end(String alert, long number) {
    return message(alert + "|end", number);
  }

  private String message(String mail, long number) {
    return "<" + ids.of("mail", mail + "|" + number, 0) + "@" + node + ".homeward.invalid>";
  }
}
