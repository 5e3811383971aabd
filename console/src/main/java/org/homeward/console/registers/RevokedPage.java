package org.homeward.console.registers;

import java.util.List;

/** A desk whose key opens nothing any more, and what was read with it. */
record RevokedPage(String id, String name, List<Read> read) {

  RevokedPage {
    read = List.copyOf(read);
  }

  /**
   * One notice that its program or its people were shown.
   *
   * @param reference its short name
   * @param first in words
   * @param last in words
   */
  record Read(String reference, String first, String last, long times) {}
}
