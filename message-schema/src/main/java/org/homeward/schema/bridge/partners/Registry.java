package org.homeward.schema.bridge.partners;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list of all nodes, in one signed file that every node holds.
 *
 * @param version rises with every issue; a lower one than seen before is refused
 * @param expires after it nothing with content goes to a partner or is taken; signals are
 */
public record Registry(long version, Instant issuedAt, Instant expires, List<Partner> partners) {

  public Registry {
    requireNonNull(issuedAt, "issuedAt");
    requireNonNull(expires, "expires");
    partners = partners == null ? List.of() : List.copyOf(partners);
    Set<String> names = new HashSet<>();
    for (Partner partner : partners) {
      unique(names.add("node " + partner.node()));
      partner.keys().forEach(key -> unique(names.add("key " + key.jwk().kid())));
    }
  }

  public boolean isExpiredAt(Instant now) {
    return now.isAfter(expires);
  }

  public Optional<Partner> partner(String node) {
    return partners.stream().filter(partner -> partner.node().equals(node)).findFirst();
  }

  /** Key ids are unique in the whole registry, so a key tells whose it is. */
  public Optional<Partner> signer(String kid) {
    return partners.stream().filter(partner -> partner.signingKey(kid).isPresent()).findFirst();
  }

  private static void unique(boolean isNew) {
    if (!isNew) {
      throw new IllegalArgumentException("a node or key id comes twice");
    }
  }
}
