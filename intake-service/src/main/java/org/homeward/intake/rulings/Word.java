package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.face.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * One person's word for a matter.
 *
 * @param by opaque id of the person, never of a login
 * @param roles as which the person spoke
 * @param reason in the person's words; null where the matter names its reason
 */
public record Word(Matter matter, String by, Set<Role> roles, @Nullable String reason, Instant at) {

  /** A first word that nobody has seconded for this long has lapsed. */
  static final Duration LASTS = Duration.ofHours(24);

  public Word {
    requireNonNull(matter, "matter");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    roles = Set.copyOf(roles);
  }

  /** When it lapses. */
  public Instant until() {
    return at.plus(LASTS);
  }

  @Override
  public String toString() {
    return "Word[" + matter.kind() + " by " + by + "]";
  }
}
