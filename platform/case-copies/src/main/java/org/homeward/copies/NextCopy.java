package org.homeward.copies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.schema.facts.Report;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.schema.snapshots.Tombstone;

/** Computes the next copy from the stored one and newer news. */
final class NextCopy {

  private NextCopy() {}

  /**
   * An erased case stays erased and a forgotten one forgotten, whatever a restored node publishes
   * later.
   */
  static CaseCopy of(Optional<CaseCopy> kept, CaseNews news) {
    if (kept.isPresent() && kept.get() instanceof CaseCopy.Erased erased) {
      boolean forgotten = erased.forgotten() || isForgotten(news.snapshot());
      return new CaseCopy.Erased(
          erased.exercise(),
          erased.month(),
          forgotten,
          notTo(kept, news.snapshot()),
          erased.recalled());
    }
    return switch (news.snapshot()) {
      case Tombstone stone ->
          new CaseCopy.Erased(
              stone.exercise(),
              stone.month(),
              stone.forgotten(),
              notTo(kept, stone),
              stone.recalled());
      case CaseSnapshot told when news.truncated() ->
          new CaseCopy.Known(withKnownFacts(told, reports(kept)));
      case CaseSnapshot told -> new CaseCopy.Known(told);
      case Snapshot _ -> throw new IllegalArgumentException("not a case");
    };
  }

  private static boolean isForgotten(Snapshot told) {
    return told instanceof Tombstone stone && stone.forgotten();
  }

  /**
   * Nobody learns by an erasure what was kept from them; one event may tell of both at once, so
   * that only the tombstone names them.
   */
  private static Set<String> notTo(Optional<CaseCopy> kept, Snapshot told) {
    Set<String> all = new TreeSet<>();
    kept.ifPresent(copy -> all.addAll(copy.notTo()));
    if (told instanceof Tombstone stone) {
      all.addAll(stone.notTo()); // upholds 6
    }
    return all;
  }

  private static List<Report> reports(Optional<CaseCopy> kept) {
    return kept.isPresent() && kept.get() instanceof CaseCopy.Known(CaseSnapshot last)
        ? last.reports()
        : List.of();
  }

  private static CaseSnapshot withKnownFacts(CaseSnapshot told, List<Report> known) {
    Map<String, Report> byId =
        known.stream().collect(Collectors.toMap(Report::id, Function.identity()));
    List<Report> reports =
        told.reports().stream()
            .map(report -> withKnownFacts(report, byId.getOrDefault(report.id(), report)))
            .toList();
    return new CaseSnapshot(
        told.id(),
        told.home(),
        told.exercise(),
        told.status(),
        told.frozen(),
        told.braked(),
        told.brakes(),
        told.notTo(),
        told.children(),
        reports,
        told.photos(),
        told.ordersChecked(),
        told.caseKind());
  }

  private static Report withKnownFacts(Report told, Report known) {
    return told.isHeld()
        ? told
        : new Report(told.id(), known.at(), known.channel(), told.policeRelease(), known.says());
  }
}
