package org.homeward.alert.orders.authorities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.homeward.alert.registers.Confirmation;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Enters the office of a demo's authority, so that a first alert needs no administrator; a node
 * that is no demo any more revokes it.
 */
final class DemoAuthority {

  private static final String BY = "demo";

  /** No demo lives so long. */
  private static final Duration ALWAYS = Duration.ofDays(3_650);

  private final GuardedDocuments<Authority> authorities;
  private final DerivedIds ids;
  private final String country;
  private final Clock clock;

  DemoAuthority(
      GuardedDocuments<Authority> authorities, DerivedIds ids, String country, Clock clock) {
    this.authorities = authorities;
    this.ids = ids;
    this.country = country;
    this.clock = clock;
  }

  /**
   * At every start, in every instance; the first one enters it.
   *
   * @param persons opaque ids of those who act for it
   */
  void enter(Set<String> persons) {
    Instant now = clock.instant();
    var office =
        new Authority(
            "Demo prosecutor",
            country,
            "+381110001116",
            EnumSet.allOf(Power.class),
            persons,
            now,
            now.plus(ALWAYS),
            null,
            BY,
            new Confirmation(BY, now));
    String id = id();
    authorities.create(
        id,
        Edit.of(office, BY, Authority.REGISTERED, Authority.CONFIRMED),
        new Command(BY + "/" + id, BY),
        id);
  }

  /** At every start of a node that is no demo: nobody orders an alert in the demo's name. */
  void revoke(RevokeAuthority revokeAuthority) {
    String id = id();
    var _ = revokeAuthority.revoke(id, new Command(BY + "/revoke/" + id, BY), BY); // upholds 3
  }

  private String id() {
    return ids.of("demo-authority", country, 0);
  }
}
