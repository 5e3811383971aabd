package org.homeward.intake.carefiles;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor who is no member opened the file by break-glass; she reads and changes nothing.
 *
 * @param by opaque id of the supervisor
 * @param words why, in her words
 * @param seenBy the data-protection officer who has asked about it; null: it waits for one
 */
record Opening(
    String by, Code code, String words, Instant at, Instant until, @Nullable String seenBy) {

  static final Duration OPEN_FOR = Duration.ofMinutes(60);

  Opening {
    requireNonNull(by, "by");
    requireNonNull(code, "code");
    requireNonNull(words, "words");
    requireNonNull(at, "at");
    requireNonNull(until, "until");
  }

  /** Why a supervisor has to read it. */
  enum Code {
    DANGER_NOW,
    NO_MEMBER_REACHABLE,
    COMPLAINT,
    COURT_OR_AUTHORITY,
    OTHER
  }

  boolean isOpenAt(Instant now) {
    return now.isBefore(until);
  }

  Opening seen(String officer) {
    return new Opening(by, code, words, at, until, officer);
  }

  @Override
  public String toString() {
    return "Opening[" + by + ", " + code + "]";
  }
}
