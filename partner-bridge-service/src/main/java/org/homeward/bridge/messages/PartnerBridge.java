package org.homeward.bridge.messages;

import java.net.URI;
import java.time.Duration;

/** Takes bytes to a partner's bridge; the deadline ends the connection. */
@FunctionalInterface
interface PartnerBridge {

  /** The answer of the partner. */
  sealed interface Response {

    /** As it came, at most so long as an answer may be. */
    record Answered(int status, String body) implements Response {}

    /**
     * It is not known whether the partner has it.
     *
     * @param why a code
     */
    record Unknown(String why) implements Response {}
  }

  Response post(URI endpoint, Parcel parcel, Duration deadline);
}
