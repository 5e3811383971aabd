package org.homeward.intake.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;

/** Lists calls for the team, the newest first; each look is recorded before its answer leaves. */
final class ViewCalls {

  /** By the minute in which they came or went. */
  static final Listing<KeptCall> NEWEST_FIRST =
      new Listing<>(KeptCall.KEPT, ViewCalls::minute, ViewCalls::loggedAt);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptCall.CALL);

  private static final int PAGE = 200;
  private static final int MOST_OF_A_CASE = 200;

  private final GuardedDocuments<KeptCall> calls;
  private final LookAtCall lookAtCall;

  ViewCalls(GuardedDocuments<KeptCall> calls, LookAtCall lookAtCall) {
    this.calls = calls;
    this.lookAtCall = lookAtCall;
  }

  /** A page without those that are kept from the viewer; others stand in their place. */
  ListPage<KeptCall> page(ListWalk walk, int limit, Viewer viewer) {
    ListPage<KeptCall> page = calls.list(walk, limit, shownTo(viewer));
    lookAtCall.record(page.documents(), viewer); // upholds 10
    return page;
  }

  /** The calls of a case that the person has looked at, the newest first. */
  List<Guarded<KeptCall>> of(LookAtCase.Seen seen, Viewer viewer) {
    List<Guarded<KeptCall>> all =
        newest(
            after -> calls.page(Call.TIED_TO, Call.toCase(seen.id()), after, PAGE),
            shownTo(viewer));
    lookAtCall.record(all, viewer); // upholds 10
    return all;
  }

  private Predicate<KeptCall> shownTo(Viewer viewer) {
    return each -> lookAtCall.mayKnowOf(each, viewer); // upholds 6
  }

  /**
   * The newest calls of a case, at most 200.
   *
   * @param pageAfter the page after an id, in the order of ids
   */
  static List<Guarded<KeptCall>> newest(
      Function<String, List<Guarded<KeptCall>>> pageAfter, Predicate<KeptCall> shown) {
    List<Guarded<KeptCall>> all = new ArrayList<>();
    List<Guarded<KeptCall>> page = pageAfter.apply("");
    while (!page.isEmpty()) {
      page.stream().filter(each -> shown.test(each.state())).forEach(all::add);
      page = pageAfter.apply(page.getLast().id());
    }
    return all.stream()
        .sorted(Comparator.comparing((Guarded<KeptCall> each) -> at(each.state())).reversed())
        .limit(MOST_OF_A_CASE)
        .toList();
  }

  private static int minute(KeptCall each) {
    return (int) Duration.between(Instant.EPOCH, at(each)).toMinutes();
  }

  private static Instant at(KeptCall each) {
    return each instanceof Call call ? call.at() : Instant.EPOCH;
  }

  private static Instant loggedAt(KeptCall each) {
    return each instanceof Call call ? call.loggedAt() : Instant.EPOCH;
  }
}
