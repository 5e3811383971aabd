package org.homeward.bridge.messages;

import java.net.URI;
import java.time.Duration;

/** Takes bytes to a partner's bridge; the deadline ends the connection. */
@FunctionalInterface
interface Delivery {

  /** What came back. */
  sealed interface Reply {

    /** As it came, at most so long as an answer may be. */
    record Answered(int status, String body) implements Reply {}

    /**
     * It is not known whether the partner has it.
     *
     * @param why a code
     */
    record Unknown(String why) implements Reply {}
  }

  Reply post(URI endpoint, Parcel parcel, Duration deadline);
}
