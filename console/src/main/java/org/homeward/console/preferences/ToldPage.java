package org.homeward.console.preferences;

import java.util.Locale;

/**
 * A page about a link, which says nothing of anybody.
 *
 * @param told what it says
 * @param token of the link, for the button that opens it; empty on other pages
 * @param failed why nothing was done, in words; empty when nothing failed
 */
record ToldPage(Told told, String token, String failed) {

  /** The kinds of such pages. */
  enum Told {
    /** Asks for an address. */
    ASK,
    /** The same for every address. */
    SENT,
    /** Has the button: opening a link changes nothing. */
    BUTTON,
    /** The link was used, is too old or never was. */
    GONE,
    LEFT,
    AWAY
  }

  static ToldPage of(Told told) {
    return new ToldPage(told, "", "");
  }

  /** As in the names of its words. */
  String name() {
    return told.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "ToldPage[" + told + "]";
  }
}
