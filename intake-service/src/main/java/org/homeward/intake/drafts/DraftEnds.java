package org.homeward.intake.drafts;

import java.util.Optional;
import java.util.function.Consumer;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.publication.Drain;

/** Tells the ends of drafts to rooms that keep something tied to one. */
public final class DraftEnds {

  private final GuardedDocuments<KeptDraft> drafts;

  DraftEnds(GuardedDocuments<KeptDraft> drafts) {
    this.drafts = drafts;
  }

  /**
   * Follows a draft to its end; called repeatedly until it returns normally; must be idempotent.
   */
  @FunctionalInterface
  public interface Follower {
    void ended(String draft, DraftEnd end);
  }

  /** Empty while the draft is open, or when there is none. */
  public Optional<DraftEnd> of(String draft) {
    return drafts.find(draft).flatMap(found -> of(found.state()));
  }

  /** Tells the followers of each draft that has ended. */
  static Drain<KeptDraft> drain(Consumer<Consumer<Follower>> followers) {
    return document ->
        of(document.state())
            .ifPresent(end -> followers.accept(each -> each.ended(document.id(), end)));
  }

  private static Optional<DraftEnd> of(KeptDraft state) {
    return switch (state) {
      case GoneDraft(var _, var _, var caseId, var _, var notTo) ->
          Optional.of(new DraftEnd(caseId, notTo));
      case Draft _ -> Optional.empty();
    };
  }
}
