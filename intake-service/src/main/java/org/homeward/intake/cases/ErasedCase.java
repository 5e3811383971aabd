package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.schema.disclosure.Exclusion;

/**
 * The tombstone of a case.
 *
 * @param month in which it was opened
 * @param notTo the people who must not learn either that there was one
 * @param forgotten nothing of what it was is kept here any more
 */
public record ErasedCase(
    String id,
    String home,
    boolean exercise,
    YearMonth month,
    Set<String> notTo,
    EraseReason reason,
    boolean forgotten)
    implements KeptCase {

  public ErasedCase {
    requireNonNull(id, "id");
    requireNonNull(home, "home");
    requireNonNull(month, "month");
    requireNonNull(reason, "reason");
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }

  /** Says of an id whether only the tombstone of its case is left. */
  public static Predicate<String> among(GuardedDocuments<KeptCase> cases) {
    return id -> cases.find(id).filter(it -> it.state() instanceof ErasedCase).isPresent();
  }

  /** Nothing of what it was is kept here any more. */
  public ErasedCase thatIsForgotten() {
    return new ErasedCase(id, home, exercise, month, notTo, reason, true);
  }

  static ErasedCase of(Case live, EraseReason reason) {
    return new ErasedCase(
        live.id(),
        live.home(),
        live.exercise(),
        YearMonth.from(live.openedAt().atZone(ZoneOffset.UTC)),
        live.notTo().stream().filter(Exclusion::isPerson).collect(Collectors.toSet()),
        reason,
        false);
  }
}
