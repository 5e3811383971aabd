package org.homeward.bridge.disclosure;

import org.homeward.bridge.handovers.dialogue.InFlight;

/** Permission for content to leave now; only the gate can grant it. */
public sealed interface Passage {

  /** For exactly one message, and for this attempt. */
  final class Open implements Passage {

    private final InFlight message;

    Open(InFlight message) {
      this.message = message;
    }

    public InFlight message() {
      return message;
    }
  }

  /**
   * Not now.
   *
   * @param why a code
   */
  record Closed(String why) implements Passage {}
}
