package org.homeward.schema.bridge.partners;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.values.Audience;

/**
 * A node as the registry knows it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param endpoint where its bridge takes messages; plain HTTP on one machine only
 * @param schemas major versions it reads
 * @param audiences what of a case may be meant for it at all
 * @param exercise gets exercises and nothing else
 */
public record Partner(
    String node,
    String organisation,
    String country,
    URI endpoint,
    List<PartnerKey> keys,
    List<Integer> schemas,
    Set<Audience> audiences,
    boolean exercise,
    List<Contact> contacts) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Partner {
    requireNonNull(node, "node");
    requireNonNull(organisation, "organisation");
    requireNonNull(country, "country");
    requireNonNull(endpoint, "endpoint");
    keys = keys == null ? List.of() : List.copyOf(keys);
    schemas = schemas == null ? List.of() : List.copyOf(schemas);
    audiences = audiences == null ? Set.of() : Set.copyOf(audiences);
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
    boolean closed =
        "https".equals(endpoint.getScheme())
            || ("http".equals(endpoint.getScheme()) && LOOPBACK.contains(endpoint.getHost()));
    if (!closed) {
      throw new IllegalArgumentException("an endpoint is https, or on this machine");
    }
  }

  /** The newest key in use to seal with. */
  public Optional<Jwk> sealingKey(Instant now) {
    return keys.stream()
        .filter(key -> key.use() == KeyUse.ENC && key.isValidAt(now))
        .max(Comparator.comparing(PartnerKey::notBefore))
        .map(PartnerKey::jwk);
  }

  /**
   * The encryption key for a signal: one in use, or the newest there ever was. No date stops a
   * signal.
   */
  public Optional<Jwk> signalKey(Instant now) {
    return sealingKey(now)
        .or(
            () ->
                keys.stream()
                    .filter(key -> key.use() == KeyUse.ENC)
                    .max(Comparator.comparing(PartnerKey::notBefore))
                    .map(PartnerKey::jwk));
  }

  /** Whether content that it signs now would be accepted. */
  public boolean canSignAt(Instant now) {
    return keys.stream().anyMatch(key -> key.use() == KeyUse.SIG && key.isValidAt(now));
  }

  public Optional<PartnerKey> signingKey(String kid) {
    return keys.stream()
        .filter(key -> key.use() == KeyUse.SIG && key.jwk().kid().equals(kid))
        .findFirst();
  }
}
