package org.homeward.intake.providers;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/**
 * The part of a provider that everybody at a desk reads; an address has no place in it.
 *
 * @param hours when somebody answers, in words
 * @param languages of two or three letters
 * @param fromAge the youngest whom it takes; null: no limit is known
 * @param toAge the oldest
 * @param places how many people it can take; null: it does not say
 */
record Details(
    String name,
    Set<SupportService> services,
    PhoneNumber phone,
    @Nullable String hours,
    Set<String> languages,
    @Nullable Integer fromAge,
    @Nullable Integer toAge,
    @Nullable Integer places) {

  Details {
    requireNonNull(name, "name");
    services = services == null ? Set.of() : Set.copyOf(services);
    requireNonNull(phone, "phone");
    languages = languages == null ? Set.of() : Set.copyOf(languages);
    if (services.isEmpty()) {
      throw new IllegalArgumentException("services: a provider does something");
    }
  }

  /** Whether people live there whom nobody must find. */
  boolean shelters() {
    return services.contains(SupportService.ACCOMMODATION);
  }

  @Override
  public String toString() {
    return "Details" + services;
  }
}
