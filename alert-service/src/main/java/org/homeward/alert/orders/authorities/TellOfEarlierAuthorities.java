package org.homeward.alert.orders.authorities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes entries of an earlier version, which one person registered and which were published
 * nowhere. They order nothing until a supervisor confirms them. One with a person whom the topic
 * cannot name ends instead, unpublished.
 */
final class TellOfEarlierAuthorities {

  private static final Logger LOG = LoggerFactory.getLogger(TellOfEarlierAuthorities.class);

  private final GuardedDocuments<Authority> authorities;

  TellOfEarlierAuthorities(GuardedDocuments<Authority> authorities) {
    this.authorities = authorities;
  }

  /** Safe to repeat: an entry that is published has somebody who registered it. */
  void tell() {
    List<String> earlier = new ArrayList<>();
    authorities.forEach(
        entry -> {
          if (entry.state().registeredBy() == null) {
            earlier.add(entry.id());
          }
        });
    earlier.forEach(this::tell);
  }

  private void tell(String id) {
    Instant now = authorities.clock().instant();
    if (authorities.change(id, read -> decide(read, now))
            instanceof WriteOutcome.Written(var entry, Boolean told)
        && !told) {
      LOG.warn(
          "authority {} ({}) is revoked: it names a person by an id that cannot be published;"
              + " register it anew",
          entry.id(),
          entry.state().office());
    }
  }

  /** The answer tells whether it is published. */
  static Decision<Authority, Boolean> decide(Guarded<Authority> read, Instant now) {
    Authority entry = read.state();
    if (entry.registeredBy() != null) {
      return Decision.keep(false);
    }
    Authority known = entry.registered(Authority.UNKNOWN);
    if (entry.isTellable()) {
      return Decision.write(
          Edit.of(known, Authority.UNKNOWN, Authority.REGISTERED).asEssential(), true);
    }
    Authority over = entry.revokedAt() == null ? known.revoked(now) : known;
    return Decision.write(Edit.of(over, Authority.UNKNOWN).asEssential(), false);
  }
}
