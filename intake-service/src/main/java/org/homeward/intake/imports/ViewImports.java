package org.homeward.intake.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.Listing;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;

/** Lists imports, those that wait for somebody first, and shows what became of the rows of one. */
final class ViewImports {

  static final Listing<KeptImport> WAITING_FIRST =
      new Listing<>(KeptImport.KEPT, each -> isWaiting(each) ? 1 : 0, ViewImports::at);

  static final ListWalk TOP = ListWalk.of(ListOrder.RANK, KeptImport.IMPORT);

  private static final int BATCH = 100;

  private final GuardedDocuments<KeptImport> imports;
  private final AuditTrail trail;
  private final Duration reviewWithin;
  private final Clock clock;

  ViewImports(
      GuardedDocuments<KeptImport> imports, AuditTrail trail, Duration reviewWithin, Clock clock) {
    this.imports = imports;
    this.trail = trail;
    this.reviewWithin = reviewWithin;
    this.clock = clock;
  }

  /** A page without what stands in any row. */
  ListPage<KeptImport> page(ListWalk walk, int limit) {
    return imports.list(walk, limit, _ -> true);
  }

  /** What a row may mean is shown too: the look is recorded first. */
  Optional<Guarded<KeptImport>> one(String id, Viewer viewer) {
    Optional<Guarded<KeptImport>> found =
        imports.find(id).filter(read -> read.state() instanceof Import);
    found.ifPresent(read -> record(read.id(), viewer));
    return found;
  }

  private void record(String id, Viewer viewer) {
    viewer.looks(trail, List.of(id), AuditEntry.Verb.DISCLOSED, clock.instant()); // upholds 10
  }

  boolean isOverdue(Import live) {
    Import.Taking taking = live.taking();
    return live.stage() == Import.Stage.TAKEN
        && taking != null
        && taking.doneAt() != null
        && !clock.instant().isBefore(taking.doneAt().plus(reviewWithin));
  }

  /** How many nobody has reviewed in time. */
  long overdue() {
    return waiting().filter(this::isOverdue).count();
  }

  /** How many wait for room in the store. */
  long paused() {
    return waiting().filter(live -> live.stage() == Import.Stage.PAUSED).count();
  }

  private Stream<Import> waiting() {
    return imports.list(TOP, BATCH, _ -> true).documents().stream()
        .filter(each -> each.state() instanceof Import)
        .map(each -> (Import) each.state());
  }

  private static boolean isWaiting(KeptImport each) {
    return each instanceof Import live && live.isWaiting();
  }

  private static Instant at(KeptImport each) {
    return each instanceof Import live ? live.at() : Instant.EPOCH;
  }
}
