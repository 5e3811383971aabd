package org.homeward.intake.worksheets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of checklists, as the rules describe them. */
public interface Checks {

  /** Empty for a code that the rules have no more. */
  Optional<Said> said(String code);

  /** The items that begin when this one was done. */
  List<Next> after(String code, Instant at);

  /**
   * The words of an item.
   *
   * @param say what is to be done, by language
   * @param why the reason, by language
   */
  record Said(Map<String, String> say, Map<String, String> why, String document, String section) {

    public Said {
      say = Map.copyOf(say);
      why = Map.copyOf(why);
    }
  }

  /** An item that begins now. */
  record Next(String code, Instant due) {}
}
