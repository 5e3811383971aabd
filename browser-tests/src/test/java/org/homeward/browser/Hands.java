package org.homeward.browser;

import com.microsoft.playwright.Locator;

/** How a person works a page. */
interface Hands {

  /** A link or a button. */
  void press(Locator control);

  /** A box to tick, or one answer of several. */
  void choose(Locator answer);

  /** Replaces what stands in a field. */
  void type(Locator field, String text);

  /** The line of a list that has this code. */
  void select(Locator list, String code);
}
