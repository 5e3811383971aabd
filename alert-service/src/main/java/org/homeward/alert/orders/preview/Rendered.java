package org.homeward.alert.orders.preview;

import org.homeward.schema.disclosure.Disclosure;

/** A preview, or why there is none. */
public sealed interface Rendered {

  record Ready(Preview preview, String home, boolean exercise) implements Rendered {}

  /** The case is not known here yet. */
  record UnknownCase() implements Rendered {}

  /** No report was released or told by voice. */
  record NothingReleased() implements Rendered {}

  /** Nobody of the case is missing, or all are taken out. */
  record NobodyMissing() implements Rendered {}

  record Withheld(Disclosure.Reason reason) implements Rendered {}

  /** There is no approved word in any of the languages. */
  record NoLanguage() implements Rendered {}
}
