package org.homeward.alert.orders.authorities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Enters an authority into the register; it orders nothing until another confirms it. */
final class RegisterAuthority {

  /** The longest an entry holds; after that somebody must have asked again. */
  static final Duration LONGEST = Duration.ofDays(731);

  private final GuardedDocuments<Authority> authorities;
  private final String country;
  private final Clock clock;

  /**
   * @param country the node's; authorities of other countries order at their own node
   */
  RegisterAuthority(GuardedDocuments<Authority> authorities, String country, Clock clock) {
    this.authorities = authorities;
    this.country = country;
    this.clock = clock;
  }

  /** The entry that an administrator asks for. */
  record AuthorityWish(
      String office,
      String country,
      String callBack,
      Set<Power> powers,
      Set<String> persons,
      Instant until) {}

  /** How it ended. */
  sealed interface Registered {

    record Entered(Guarded<Authority> authority) implements Registered {}

    record KeyReused() implements Registered {}

    /** An administrator of the register is no authority: one person cannot enter and order. */
    record OneOfItsPersons() implements Registered {}

    record Abroad() implements Registered {}

    /** The end is not between now and {@link #LONGEST} from now. */
    record BadEnd() implements Registered {}
  }

  /**
   * @param by the opaque id of the administrator's person
   */
  Registered register(AuthorityWish wish, Command command, String by) {
    Instant now = clock.instant();
    if (wish.persons().contains(by)) return new Registered.OneOfItsPersons(); // upholds 3
    if (!wish.country().equals(country)) {
      return new Registered.Abroad();
    }
    if (!wish.until().isAfter(now) || wish.until().isAfter(now.plus(LONGEST))) {
      return new Registered.BadEnd();
    }
    var authority =
        new Authority(
            wish.office(),
            wish.country(),
            wish.callBack(),
            wish.powers(),
            wish.persons(),
            now,
            wish.until(),
            null,
            by,
            null);
    String id = UUID.randomUUID().toString();
    var entry = Edit.of(authority, by, Authority.REGISTERED);
    return switch (authorities.create(id, entry, command, true)) {
      case WriteOutcome.Written(var made, var _) -> new Registered.Entered(made);
      case WriteOutcome.Repeated(var made, var _) -> new Registered.Entered(made);
      case WriteOutcome.KeyReused() -> new Registered.KeyReused();
    };
  }
}
