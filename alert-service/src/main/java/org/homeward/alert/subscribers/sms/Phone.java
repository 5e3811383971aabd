package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.subscribers.organisations.OrganisationEntry;
import org.homeward.alert.subscribers.organisations.OrganisationWish;
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
    implements OrganisationEntry, CodedPhone<Phone> {

  static final String REGISTERED = "phone.registered.v1";
  static final String CONFIRMED = "phone.confirmed.v1";

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

  /** As an administrator registers it. */
  static Phone registered(OrganisationWish wish, PhoneNumber number, String by, Instant now) {
    return new Phone(
        wish.name(),
        number,
        wish.country(),
        wish.regions(),
        wish.language(),
        wish.audience(),
        wish.exercise(),
        by,
        now,
        null,
        PhoneProof.NONE,
        null);
  }

  @Override
  public @Nullable Instant provedAt() {
    return proof.at();
  }

  @Override
  public @Nullable State over() {
    if (number == null) {
      return State.ERASED;
    }
    return revokedAt == null ? null : State.REVOKED;
  }

  Phone confirmed(String by, Instant at) {
    return with(new Confirmation(by, at), proof, revokedAt);
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
  public Phone with(PhoneProof now) {
    return with(confirmed, now, revokedAt);
  }

  @Override
  public Phone revoked(Instant at) {
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

  @Override
  public Phone erased() {
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
