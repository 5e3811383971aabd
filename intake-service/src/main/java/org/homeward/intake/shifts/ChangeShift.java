package org.homeward.intake.shifts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.rulings.Bell;
import org.homeward.intake.rulings.ErasedBeside;

/** Leaves a shift, and carries out what people, erased cases and the time do to what was left. */
final class ChangeShift implements AlarmHandler, ErasedBeside {

  private static final String BY = "intake";
  private static final String RING_DUE = "ring";
  private static final String RETENTION_DUE = "retention";

  /** Due at which to check whether a case had just been erased. */
  private static final String SETTLE_DUE = "settle";

  private static final Set<String> OWN_DUES = Set.of(RING_DUE, RETENTION_DUE, SETTLE_DUE);

  /** Longer than the write of an erasure can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final GuardedDocuments<KeptShift> shifts;
  private final Predicate<String> isErased;
  private final Bell bell;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param isErased whether only the tombstone of a case is left
   * @param kept how long the words of a shift stay
   */
  ChangeShift(
      GuardedDocuments<KeptShift> shifts,
      Predicate<String> isErased,
      Bell bell,
      Duration kept,
      Clock clock) {
    this.shifts = shifts;
    this.isErased = isErased;
    this.bell = bell;
    this.kept = kept;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptShift, Boolean> leave(Shift shift, Command command) {
    Map<String, Instant> dues = dues(shift, Map.of());
    if (!shift.lines().isEmpty()) {
      dues.put(SETTLE_DUE, clock.instant().plus(SETTLED)); // upholds 7
    }
    Edit<KeptShift> edit = Edit.<KeptShift>of(shift, shift.leftBy()).withDues(dues);
    return shifts.create(UUID.randomUUID().toString(), edit, command, true);
  }

  WriteOutcome.OfRequest<KeptShift, ShiftDecision> change(
      String id, OptionalLong version, Command command, ShiftCommand wish, String by) {
    return shifts.change(id, Check.of(command, version), read -> decided(read, wish, by));
  }

  /** There are some dozens, so that all are read. */
  @Override
  public void caseErased(String caseId) {
    shifts.forEach(
        each -> {
          if (each.state() instanceof Shift shift && shift.cases().contains(caseId)) {
            change(each.id(), new ShiftCommand.Erase(Set.of(caseId)));
          }
        });
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    var found = new AtomicBoolean();
    shifts.forEach(
        each -> {
          if (each.state() instanceof Shift shift && shift.cases().contains(caseId)) {
            found.set(true);
          }
        });
    return found.get();
  }

  /** Answers the dues of one; safe to repeat. */
  @Override
  public void due(String id) {
    shifts
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(SETTLE_DUE))
        .ifPresent(this::settle);
    boolean rings =
        change(id, new ShiftCommand.RingIfDue())
            instanceof WriteOutcome.Written<KeptShift, ShiftDecision>;
    if (rings) {
      bell.ring(id); // upholds 11
    }
    change(id, new ShiftCommand.ExpireIfDue(kept));
  }

  private void settle(Guarded<KeptShift> read) {
    if (!(read.state() instanceof Shift shift)) {
      return;
    }
    Set<String> erased = shift.cases().stream().filter(isErased).collect(Collectors.toSet());
    if (erased.isEmpty()) {
      shifts.note(read, shift, dues(shift, read.dues()));
    } else {
      change(read.id(), new ShiftCommand.Erase(erased));
    }
  }

  private WriteOutcome.OfChanging<KeptShift, ShiftDecision> change(String id, ShiftCommand wish) {
    return shifts.change(id, read -> decided(read, wish, BY));
  }

  private Decision<KeptShift, ShiftDecision> decided(
      Guarded<KeptShift> read, ShiftCommand wish, String by) {
    Instant now = clock.instant();
    ShiftDecision decided = ShiftDecisions.decide(read.state(), wish, now);
    return switch (decided) {
      case ShiftDecision.Changed(Shift next) -> {
        Map<String, Instant> dues = dues(next, read.dues());
        Instant settle = read.dues().get(SETTLE_DUE);
        if (wish instanceof ShiftCommand.Erase) {
          dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        } else if (settle != null) {
          dues.put(SETTLE_DUE, settle);
        }
        yield Decision.write(Edit.<KeptShift>of(next, by).withDues(dues).asEssential(), decided);
      }
      case ShiftDecision.Changed(GoneShift next) ->
          Decision.write(
              Edit.<KeptShift>of(next, by)
                  .withDues(KeptHistory.goneDues(now, GoneShift.KEPT)) // upholds 8
                  .asEssential(),
              decided);
      case ShiftDecision.Unchanged _, ShiftDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** Dues of its history stay. */
  private Map<String, Instant> dues(Shift next, Map<String, Instant> before) {
    Map<String, Instant> dues = new TreeMap<>(before);
    dues.keySet().removeAll(OWN_DUES);
    if (next.isWaiting() && next.rangAt() == null) {
      dues.put(RING_DUE, next.acceptBy()); // upholds 11
    }
    dues.put(RETENTION_DUE, next.leftAt().plus(kept)); // upholds 8
    return dues;
  }
}
