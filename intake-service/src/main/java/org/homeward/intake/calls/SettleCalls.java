package org.homeward.intake.calls;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.drafts.DraftEnd;
import org.homeward.intake.drafts.DraftEnds;
import org.homeward.intake.rulings.ErasedBeside;

/**
 * Calls follow what they are tied to: a draft into its case, a case into its erasure. Drafts and
 * cases tell of their ends; a call tied at that moment is checked again by its alarm.
 */
final class SettleCalls implements AlarmHandler, DraftEnds.Follower, ErasedBeside {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCall> calls;
  private final ChangeCall changeCall;
  private final DraftEnds draftEnds;
  private final Predicate<String> isErased;
  private final Clock clock;

  /**
   * @param isErased whether only the tombstone of a case is left
   */
  SettleCalls(
      GuardedDocuments<KeptCall> calls,
      ChangeCall changeCall,
      DraftEnds draftEnds,
      Predicate<String> isErased,
      Clock clock) {
    this.calls = calls;
    this.changeCall = changeCall;
    this.draftEnds = draftEnds;
    this.isErased = isErased;
    this.clock = clock;
  }

  @Override
  public void ended(String draft, DraftEnd end) {
    forEach(Call.TIED_TO, Call.toDraft(draft), id -> follow(id, draft, end));
    forEach(Call.FORMERLY, Call.toDraft(draft), id -> follow(id, draft, end)); // upholds 6, 7
  }

  @Override
  public void caseErased(String caseId) {
    forEach(Call.TIED_TO, Call.toCase(caseId), this::erase);
    forEach(Call.FORMERLY, Call.toCase(caseId), this::erase); // upholds 7
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return calls.each(Call.TIED_TO, Call.toCase(caseId)).findAny().isPresent();
  }

  /** Answers the dues of a call; safe to repeat. */
  @Override
  public void due(String id) {
    Instant now = clock.instant();
    calls
        .find(id)
        .filter(read -> read.dueAt(now).contains(ChangeCall.SETTLE_DUE))
        .ifPresent(this::settle);
    changeCall.expireIfDue(id, BY);
  }

  /** Follows a draft at once where it had ended before the call was tied to it. */
  void afterTie(String id) {
    calls.find(id).ifPresent(this::followIfEnded);
  }

  private void settle(Guarded<KeptCall> read) {
    boolean followed = followIfEnded(read);
    boolean isOfErased = read.state() instanceof Call call && call.cases().anyMatch(isErased);
    if (isOfErased) {
      erase(read.id());
    } else if (!followed) {
      changeCall.settled(read);
    }
  }

  private boolean followIfEnded(Guarded<KeptCall> read) {
    List<String> drafts = read.state() instanceof Call call ? call.drafts().toList() : List.of();
    boolean followed = false;
    for (String draft : drafts) {
      Optional<DraftEnd> end = draftEnds.of(draft);
      end.ifPresent(it -> follow(read.id(), draft, it));
      followed |= end.isPresent();
    }
    return followed;
  }

  private void follow(String id, String draft, DraftEnd end) {
    changeCall.change(id, new CallCommand.FollowDraft(draft, end), BY);
  }

  private void erase(String id) {
    changeCall.change(id, new CallCommand.Erase(), BY);
  }

  private void forEach(String field, String to, Consumer<String> each) {
    calls.each(field, to).map(Guarded::id).forEach(each);
  }
}
