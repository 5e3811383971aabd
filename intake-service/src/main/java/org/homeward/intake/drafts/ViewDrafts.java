package org.homeward.intake.drafts;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.Viewer;

/**
 * Lists drafts for the team, those that ring first, then the newest. Of what was typed the list has
 * the child's name alone, by which a person finds the call again.
 */
final class ViewDrafts {

  /** Those that ring stand above the others. */
  static final Listing<KeptDraft> RINGING_FIRST =
      new Listing<>(KeptDraft.KEPT, each -> isRinging(each) ? 1 : 0, ViewDrafts::openedAt);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptDraft.DRAFT);

  private static final int BATCH = 500;

  private final GuardedDocuments<KeptDraft> drafts;
  private final LookAtDraft lookAtDraft;

  ViewDrafts(GuardedDocuments<KeptDraft> drafts, LookAtDraft lookAtDraft) {
    this.drafts = drafts;
    this.lookAtDraft = lookAtDraft;
  }

  /** A page without those that are kept from the viewer; others stand in their place. */
  ListPage<KeptDraft> page(ListWalk walk, int limit, Viewer viewer) {
    String named = KeptCase.named(viewer.person());
    ListPage<KeptDraft> page = drafts.list(walk, limit, notKeptFrom(named));
    lookAtDraft.record(page.documents().stream().map(Guarded::id).toList(), viewer);
    return page;
  }

  private static Predicate<KeptDraft> notKeptFrom(String named) {
    return each -> !each.notTo().contains(named); // upholds 6
  }

  /** How many drafts ring, whoever may see them. */
  long ringing() {
    long count = 0;
    Optional<ListWalk> walk = Optional.of(TOP);
    while (walk.isPresent()) {
      ListPage<KeptDraft> page = drafts.list(walk.get(), BATCH, _ -> true);
      long here = page.documents().stream().filter(each -> isRinging(each.state())).count();
      count += here;
      walk = here < page.documents().size() ? Optional.empty() : page.next();
    }
    return count;
  }

  private static boolean isRinging(KeptDraft each) {
    return each instanceof Draft draft && draft.isRinging();
  }

  private static Instant openedAt(KeptDraft each) {
    return each instanceof Draft draft ? draft.openedAt() : Instant.EPOCH;
  }
}
