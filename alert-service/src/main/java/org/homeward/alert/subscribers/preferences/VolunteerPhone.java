package org.homeward.alert.subscribers.preferences;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.alert.subscribers.sms.CodedPhone;
import org.homeward.alert.subscribers.sms.PhoneProof;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A phone of a volunteer, beside a confirmed subscription whose wish it has. The number never
 * changes: another one is another phone.
 *
 * @param subscription whose phone it is
 * @param joined the time of joining that it belongs to
 * @param number null once it was erased
 * @param language of its code
 * @param proof how far the proof has come
 * @param revokedAt null while its owner wants it
 */
public record VolunteerPhone(
    String subscription,
    int joined,
    @Nullable PhoneNumber number,
    String language,
    Instant registeredAt,
    PhoneProof proof,
    @Nullable Instant revokedAt)
    implements CodedPhone<VolunteerPhone> {

  /** The field by which phones of a subscription are found. */
  static final String SUBSCRIPTION = "subscription";

  static final String REGISTERED = "phone.registered.v1";

  public VolunteerPhone {
    requireNonNull(subscription, "subscription");
    requireNonNull(language, "language");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(proof, "proof");
  }

  /** How it stands, in words for its owner. */
  enum State {
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
    return proof.at() == null ? State.UNPROVEN : State.LIVE;
  }

  @Override
  public boolean isUnproven() {
    return state() == State.UNPROVEN;
  }

  @Override
  public boolean isLive() {
    return state() == State.LIVE;
  }

  @Override
  public VolunteerPhone with(PhoneProof now) {
    return new VolunteerPhone(subscription, joined, number, language, registeredAt, now, revokedAt);
  }

  @Override
  public VolunteerPhone revoked(Instant at) {
    return new VolunteerPhone(subscription, joined, number, language, registeredAt, proof, at);
  }

  @Override
  public VolunteerPhone erased() {
    return new VolunteerPhone(
        subscription, joined, null, language, registeredAt, PhoneProof.NONE, revokedAt);
  }

  @Override
  public String toString() {
    return "VolunteerPhone[redacted]";
  }
}
