package org.homeward.alert.orders.authorities;

import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Publishes entries of an earlier version, which one person registered and which were published
 * nowhere. They order nothing until a supervisor confirms them.
 */
final class TellOfEarlierAuthorities {

  private static final String BY = "alert";

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
    earlier.forEach(
        id -> {
          WriteOutcome<Authority, Boolean> _ =
              authorities.change(id, TellOfEarlierAuthorities::decide);
        });
  }

  private static Decision<Authority, Boolean> decide(Guarded<Authority> read) {
    return read.state().registeredBy() == null
        ? Decision.write(
            Edit.of(read.state().registered(BY), BY, Authority.REGISTERED).asEssential(), true)
        : Decision.keep(false);
  }
}
