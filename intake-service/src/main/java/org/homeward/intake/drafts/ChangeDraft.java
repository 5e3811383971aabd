package org.homeward.intake.drafts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.drafts.DraftCommand.Decided;
import org.jspecify.annotations.Nullable;

/** Opens a draft, and carries out what people and the time do to it. */
final class ChangeDraft {

  private static final String FILING_DUE = "filing";
  private static final String RING_DUE = "ring";

  private final GuardedDocuments<KeptDraft> drafts;
  private final Clock clock;

  ChangeDraft(GuardedDocuments<KeptDraft> drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptDraft, Boolean> open(
      boolean exercise, Draft.Words words, Command command, String by) {
    Draft opened = Draft.opened(exercise, words, by, clock.instant());
    return drafts.create(UUID.randomUUID().toString(), edit(opened, by), command, true);
  }

  /**
   * @param seen the version that the person has seen
   * @param command absent for what If-Match alone makes safe to repeat
   */
  WriteOutcome.OfRequest<KeptDraft, Decided> change(
      String id, OptionalLong seen, @Nullable Command command, DraftCommand wish, String by) {
    List<Check<KeptDraft, Decided>> checks = new ArrayList<>();
    if (command != null) {
      checks.add(Check.once(command));
    }
    checks.addAll(Check.ofSeen(seen));
    return drafts.change(id, checks, read -> decided(read.state(), wish, by));
  }

  /** For no request: whatever version the draft has. */
  WriteOutcome.OfChanging<KeptDraft, Decided> change(String id, DraftCommand wish, String by) {
    return drafts.change(id, read -> decided(read.state(), wish, by));
  }

  private Decision<KeptDraft, Decided> decided(KeptDraft state, DraftCommand wish, String by) {
    Decided decided = DraftCommand.decide(state, wish, clock.instant());
    return switch (decided) {
      case Decided.Changed(Draft next) -> Decision.write(edit(next, by), decided);
      case Decided.Changed(GoneDraft next) -> Decision.write(edit(next, by).asEssential(), decided);
      case Decided.Unchanged _, Decided.Refused _ -> Decision.keep(decided);
    };
  }

  private Edit<KeptDraft> edit(KeptDraft next, String by) {
    String[] changes =
        next instanceof GoneDraft gone && gone.how() == GoneDraft.How.DISCARDED
            ? new String[] {DiscardAgain.DISCARDED}
            : new String[0];
    return Edit.of(next, by, changes).withDues(dues(next));
  }

  private Map<String, Instant> dues(KeptDraft next) {
    Map<String, Instant> dues = new TreeMap<>();
    switch (next) {
      case Draft draft -> {
        if (draft.mayRing() && draft.rangAt() == null)
          dues.put(RING_DUE, draft.ringsAt()); // upholds 11
        if (draft.filing() != null) {
          dues.put(FILING_DUE, draft.filing().due());
        }
      }
      case GoneDraft _ -> {
        Instant now = clock.instant();
        dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        dues.put(KeptHistory.GONE_DUE, now.plus(GoneDraft.KEPT));
      }
    }
    return dues;
  }
}
