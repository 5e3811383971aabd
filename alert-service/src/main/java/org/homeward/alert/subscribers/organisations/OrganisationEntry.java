package org.homeward.alert.subscribers.organisations;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Entry;
import org.homeward.alert.registers.Standing;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A destination of an organisation: one person registers it, another confirms it, and the other
 * side proves that it is meant. It is revoked for good; what comes after it is another entry.
 */
public interface OrganisationEntry extends Entry {

  /** Of the organisation. */
  String name();

  /** ISO 3166-1 alpha-2. */
  String country();

  /** ISO 3166-2; empty for the whole country. */
  List<String> regions();

  /** As {@code sr}. */
  String language();

  /** Whose alerts it gets. */
  Audience audience();

  /** It gets exercises and nothing else. */
  boolean exercise();

  /** The person who registered it. */
  String registeredBy();

  Instant registeredAt();

  /** By another person. */
  @Nullable Confirmation confirmed();

  /** When the other side has proved that it is meant; null while it has not. */
  @Nullable Instant provedAt();

  /** Null while nothing has ended it. */
  @Nullable State over();

  /** How it stands, in words for people. */
  enum State {
    UNCONFIRMED,
    /** Confirmed; the other side has not proved yet that it is meant. */
    UNPROVEN,
    LIVE,
    /** It still gets the ends of what it was sent. */
    REVOKED,
    /** The other side said that it is there no more. */
    GONE,
    ERASED
  }

  default State state() {
    State over = over();
    if (over != null) {
      return over;
    }
    if (confirmed() == null) return State.UNCONFIRMED; // upholds 3
    return provedAt() == null ? State.UNPROVEN : State.LIVE;
  }

  @Override
  default Standing standing(Instant now) {
    return switch (state()) {
      case UNCONFIRMED -> Standing.UNCONFIRMED;
      case UNPROVEN, LIVE -> Standing.VALID;
      case REVOKED, GONE, ERASED -> Standing.REVOKED;
    };
  }

  @Override
  default boolean isOwnOf(String person) {
    return person.equals(registeredBy());
  }
}
