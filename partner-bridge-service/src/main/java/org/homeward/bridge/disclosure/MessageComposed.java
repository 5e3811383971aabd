package org.homeward.bridge.disclosure;

import java.util.List;
import org.homeward.bridge.handovers.dialogue.Told;
import org.homeward.schema.bridge.bodies.Body;
import org.homeward.schema.facts.Basis;
import org.jspecify.annotations.Nullable;

/** The gate's result for an owed message. */
public sealed interface MessageComposed {

  /**
   * It may go.
   *
   * @param fields names of what it tells; empty for a signal
   * @param basis null for a signal
   * @param told what the partner knows then; null when it is no release or sync
   */
  record Ready(Body body, List<String> fields, @Nullable Basis basis, @Nullable Told told)
      implements MessageComposed {

    static Ready signal(Body.Bare signal) {
      return new Ready(signal, List.of(), null, null);
    }
  }

  /** The partner knows all that it may know of this version. */
  record NothingNew(long caseVersion) implements MessageComposed {}

  /**
   * Not now.
   *
   * @param why a code
   */
  record Waits(String why) implements MessageComposed {}
}
