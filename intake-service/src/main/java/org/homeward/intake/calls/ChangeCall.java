package org.homeward.intake.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.KeptCase;

/** Logs a call, and carries out what people, drafts, cases and the time do to it. */
final class ChangeCall {

  private static final String LOGGED = "call.logged.v1";
  private static final String CHANGED = "call.changed.v1";

  /** Due at which to check whether what the call was tied to had just ended. */
  static final String SETTLE_DUE = "settle";

  /** Longer than the write of an end can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final String RETENTION_DUE = "retention";

  private final GuardedDocuments<KeptCall> calls;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param kept how long a call stays that became no case
   */
  ChangeCall(GuardedDocuments<KeptCall> calls, Duration kept, Clock clock) {
    this.calls = calls;
    this.kept = kept;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptCall, Boolean> log(Call call, Command command) {
    Edit<KeptCall> edit =
        Edit.<KeptCall>of(call, call.loggedBy(), LOGGED).withDues(dues(call, false));
    return calls.create(UUID.randomUUID().toString(), edit, command, true);
  }

  WriteOutcome.OfRequest<KeptCall, CallDecision> change(
      LookAtCall.SeenCall seen, OptionalLong version, Command command, CallCommand wish) {
    String by = seen.person();
    List<Check<KeptCall, CallDecision>> checks = new ArrayList<>();
    checks.add(Check.refusal(state -> kept(state, by))); // upholds 6
    checks.add(Check.once(command));
    checks.addAll(Check.ofSeen(version));
    return calls.change(seen.id(), checks, read -> decided(read, wish, by));
  }

  /** It may have been kept from this person since the look. */
  private static Optional<CallDecision> kept(KeptCall state, String person) {
    return state.notTo().contains(KeptCase.named(person))
        ? Optional.of(new CallDecision.Refused(CallDecision.Refusal.NO_SUCH_CALL))
        : Optional.empty();
  }

  /** For no request: whatever version the call has. */
  WriteOutcome.OfChanging<KeptCall, CallDecision> change(String id, CallCommand wish, String by) {
    return calls.change(id, read -> decided(read, wish, by));
  }

  /** The time erases a call that became no case. */
  void expireIfDue(String id, String by) {
    change(id, new CallCommand.ExpireIfDue(kept), by);
  }

  private Decision<KeptCall, CallDecision> decided(
      Guarded<KeptCall> read, CallCommand wish, String by) {
    CallDecision decided = CallDecisions.decide(read.state(), wish, clock.instant());
    return switch (decided) {
      case CallDecision.Changed(Call next) -> Decision.write(edit(next, wish, by), decided);
      case CallDecision.Changed(GoneCall next) -> Decision.write(gone(next, by), decided);
      case CallDecision.Unchanged _, CallDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** The draft or case of its tie may be ending meanwhile, so an alarm looks once more. */
  private Edit<KeptCall> edit(Call next, CallCommand wish, String by) {
    boolean isToSettle =
        switch (wish) {
          case CallCommand.Tie _,
              CallCommand.Correct _,
              CallCommand.TieAgain _,
              CallCommand.FollowDraft _ ->
              next.ties().findAny().isPresent();
          case CallCommand.CheckOffer _,
              CallCommand.End _,
              CallCommand.Erase _,
              CallCommand.ExpireIfDue _ ->
              false;
        };
    boolean isOfACase = isToSettle && next.cases().findAny().isPresent();
    Edit<KeptCall> edit = Edit.of(next, by, isOfACase ? TieAgain.TIED : CHANGED);
    return edit.withDues(dues(next, isToSettle));
  }

  private Edit<KeptCall> gone(GoneCall next, String by) {
    Instant now = clock.instant();
    return Edit.<KeptCall>of(next, by)
        .withDues(KeptHistory.goneDues(now, GoneCall.KEPT)) // upholds 8
        .asEssential();
  }

  private Map<String, Instant> dues(Call call, boolean isToSettle) {
    Map<String, Instant> dues = new TreeMap<>();
    if (call.caseId().isEmpty()) {
      dues.put(RETENTION_DUE, call.at().plus(kept)); // upholds 8
    }
    if (isToSettle) {
      dues.put(SETTLE_DUE, clock.instant().plus(SETTLED));
    }
    return dues;
  }

  /** Nothing had ended. */
  void settled(Guarded<KeptCall> read) {
    if (read.dues().containsKey(SETTLE_DUE) && read.state() instanceof Call call) {
      calls.note(read, call, dues(call, false));
    }
  }
}
