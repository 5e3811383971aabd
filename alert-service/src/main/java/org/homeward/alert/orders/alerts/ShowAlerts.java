package org.homeward.alert.orders.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Lists alerts for those who work on them, without those of cases they must not see. */
final class ShowAlerts {

  private final GuardedDocuments<Alert> alerts;
  private final SeeCase seeCase;

  ShowAlerts(GuardedDocuments<Alert> alerts, SeeCase seeCase) {
    this.alerts = alerts;
    this.seeCase = seeCase;
  }

  /** Ordered by id; a hotline has thousands in a year at most. */
  List<SeenAlert> page(Optional<String> caseId, String after, int limit, CaseViewer viewer) {
    return caseId.isPresent()
        ? ofCase(caseId.get(), after, limit, viewer)
        : ofAll(after, limit, viewer);
  }

  /** Of a case that the person must not see as of one that there is not. */
  private List<SeenAlert> ofCase(String caseId, String after, int limit, CaseViewer viewer) {
    if (!StopTarget.isId(caseId)) {
      return List.of();
    }
    return seeCase.see(caseId, viewer).stream()
        .flatMap(
            seen ->
                alerts.page("caseId", caseId, after, limit).stream()
                    .map(alert -> new SeenAlert(seen, alert)))
        .toList();
  }

  /** Others stand in the place of hidden ones, so that no cursor is a hidden id. */
  private List<SeenAlert> ofAll(String after, int limit, CaseViewer viewer) {
    List<Guarded<Alert>> rest = new ArrayList<>();
    alerts.forEach(
        alert -> {
          if (alert.id().compareTo(after) > 0) {
            rest.add(alert);
          }
        });
    rest.sort(Comparator.comparing(Guarded::id));
    List<SeenAlert> page = new ArrayList<>();
    int from = 0;
    while (page.size() < limit && from < rest.size()) {
      int to = Math.min(rest.size(), from + limit - page.size());
      page.addAll(seen(rest.subList(from, to), viewer));
      from = to;
    }
    return page;
  }

  private List<SeenAlert> seen(List<Guarded<Alert>> some, CaseViewer viewer) {
    Map<String, SeenCase> cases =
        seeCase.seeAmong(some.stream().map(alert -> alert.state().caseId()).toList(), viewer);
    return some.stream()
        .flatMap(
            alert ->
                Optional.ofNullable(cases.get(alert.state().caseId())).stream()
                    .map(seen -> new SeenAlert(seen, alert)))
        .toList();
  }

  /** The exact bytes that wait for approval, or that went out. */
  static Optional<Preview> preview(SeenAlert alert) {
    return switch (alert.state()) {
      case Alert.Draft draft -> Optional.of(draft.proposal().preview());
      case Alert.Active active ->
          Optional.of(active.next() == null ? active.issue().preview() : active.next().preview());
      case Alert.Frozen frozen ->
          Optional.of(frozen.next() == null ? frozen.issue().preview() : frozen.next().preview());
      case Alert.Over over -> Optional.ofNullable(over.preview());
      case Alert.Erased _ -> Optional.empty();
    };
  }
}
