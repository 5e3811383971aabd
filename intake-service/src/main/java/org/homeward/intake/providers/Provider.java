package org.homeward.intake.providers;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who helps.
 *
 * @param address null: nobody has written it down
 * @param sealed whether the address is for those alone who bring somebody there
 * @param checkedAt when somebody last asked whether all of it is still so
 * @param checkedBy opaque id of the person who asked
 */
record Provider(
    Details details, @Nullable String address, boolean sealed, Instant checkedAt, String checkedBy)
    implements KeptProvider {

  Provider {
    requireNonNull(details, "details");
    requireNonNull(checkedAt, "checkedAt");
    requireNonNull(checkedBy, "checkedBy");
    sealed = sealed || details.shelters(); // upholds 6
  }

  /** As somebody writes it down. */
  static Provider of(Details details, @Nullable String address, String by, Instant now) {
    return new Provider(details, address, details.shelters(), now, by);
  }

  /** For lists and pages: empty for a sealed one. */
  Optional<String> openAddress() {
    return sealed ? Optional.empty() : Optional.ofNullable(address); // upholds 6
  }

  /**
   * Where people live in hiding today, somebody may do so still when the entry says otherwise: what
   * is sealed stays so.
   */
  Provider saying(Details next, @Nullable String nextAddress) {
    return new Provider(next, nextAddress, sealed, checkedAt, checkedBy);
  }

  Provider checked(String by, Instant now) {
    return new Provider(details, address, sealed, now, by);
  }

  Instant toCheckAt(Duration every) {
    return checkedAt.plus(every);
  }

  boolean isUnchecked(Duration every, Instant now) {
    return !now.isBefore(toCheckAt(every));
  }

  @Override
  public String toString() {
    return "Provider[redacted]";
  }
}
