package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Entry;
import org.homeward.alert.registers.Standing;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A phone of an organisation that is told of alerts once a second person has confirmed it and it
 * has shown the code that it was sent. The number never changes: another one is another phone.
 *
 * @param name of the organisation; empty once the phone was erased
 * @param number null once it was erased
 * @param country ISO 3166-1 alpha-2
 * @param regions ISO 3166-2; empty for the whole country
 * @param language as {@code sr}
 * @param audience whose alerts it gets
 * @param exercise gets exercises and nothing else
 * @param registeredBy the administrator
 * @param confirmed by another person
 * @param proof how far the proof has come
 * @param revokedAt null while nobody has revoked it
 */
public record Phone(
    String name,
    @Nullable PhoneNumber number,
    String country,
    List<String> regions,
    String language,
    Audience audience,
    boolean exercise,
    String registeredBy,
    Instant registeredAt,
    @Nullable Confirmation confirmed,
    PhoneProof proof,
    @Nullable Instant revokedAt)
    implements Entry {

  static final String REGISTERED = "phone.registered.v1";
  static final String CONFIRMED = "phone.confirmed.v1";
  static final String LIVE = "phone.live.v1";
  public static final String REVOKED = "phone.revoked.v1";
  static final String ERASED = "phone.erased.v1";

  public Phone {
    requireNonNull(name, "name");
    requireNonNull(country, "country");
    requireNonNull(language, "language");
    requireNonNull(audience, "audience");
    requireNonNull(registeredBy, "registeredBy");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(proof, "proof");
    regions = regions == null ? List.of() : List.copyOf(regions);
  }

  /** How it stands, in words for people. */
  enum State {
    UNCONFIRMED,
    /** Confirmed; nobody has shown the code yet. */
    UNPROVEN,
    LIVE,
    /** It still gets the ends of what it was sent. */
    REVOKED,
    ERASED
  }

  State state() {
    if (number == null) {
      return State.ERASED;
    }
    if (revokedAt != null) {
      return State.REVOKED;
    }
    if (confirmed == null) return State.UNCONFIRMED; // upholds 3
    return proof.at() == null ? State.UNPROVEN : State.LIVE;
  }

  @Override
  public Standing standing(Instant now) {
    return switch (state()) {
      case UNCONFIRMED -> Standing.UNCONFIRMED;
      case UNPROVEN, LIVE -> Standing.VALID;
      case REVOKED, ERASED -> Standing.REVOKED;
    };
  }

  @Override
  public boolean isOwnOf(String person) {
    return person.equals(registeredBy);
  }

  Phone confirmed(String by, Instant at) {
    return with(new Confirmation(by, at), proof, revokedAt);
  }

  Phone with(PhoneProof now) {
    return with(confirmed, now, revokedAt);
  }

  Phone revoked(Instant at) {
    return with(confirmed, proof, at);
  }

  private Phone with(
      @Nullable Confirmation confirmed, PhoneProof proof, @Nullable Instant revokedAt) {
    return new Phone(
        name,
        number,
        country,
        regions,
        language,
        audience,
        exercise,
        registeredBy,
        registeredAt,
        confirmed,
        proof,
        revokedAt);
  }

  /** Nobody can tell any more whose it was. */
  Phone erased() {
    return new Phone(
        "",
        null,
        country,
        List.of(),
        language,
        audience,
        exercise,
        registeredBy,
        registeredAt,
        confirmed,
        PhoneProof.NONE,
        revokedAt);
  }

  @Override
  public String toString() {
    return "Phone[redacted]";
  }
}
