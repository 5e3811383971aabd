package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/** Lists alerts for those who work on them, without those of cases they must not see. */
final class ShowAlerts {

  private final GuardedDocuments<Alert> alerts;
  private final SeeCase seeCase;

  ShowAlerts(GuardedDocuments<Alert> alerts, SeeCase seeCase) {
    this.alerts = alerts;
    this.seeCase = seeCase;
  }

  /** The lists in which people look for alerts; the newest stands first. */
  enum Queue {
    /** A draft or an update that somebody has to approve or return. */
    WAITING,
    /** A draft or an update that its author has to write anew. */
    RETURNED,
    /** It goes out, or would if nothing held it. */
    LIVE,
    OVER;

    boolean holds(Alert alert) {
      return switch (this) {
        case WAITING -> proposal(alert).filter(Proposal::waits).isPresent();
        case RETURNED -> proposal(alert).filter(proposal -> !proposal.waits()).isPresent();
        case LIVE -> alert instanceof Alert.Active || alert instanceof Alert.Frozen;
        case OVER -> alert instanceof Alert.Over;
      };
    }

    static Optional<Proposal> proposal(Alert alert) {
      return switch (alert) {
        case Alert.Draft draft -> Optional.of(draft.proposal());
        case Alert.Active active -> Optional.ofNullable(active.next());
        case Alert.Frozen frozen -> Optional.ofNullable(frozen.next());
        case Alert.Over _, Alert.Erased _ -> Optional.empty();
      };
    }

    /** Since when it is as it is; a tombstone's time is not kept. */
    static Instant since(Alert alert) {
      return switch (alert) {
        case Alert.Draft draft -> since(draft.proposal());
        case Alert.Active active -> since(active.issue(), active.next());
        case Alert.Frozen frozen -> since(frozen.issue(), frozen.next());
        case Alert.Over over -> over.at();
        case Alert.Erased _ -> Instant.EPOCH;
      };
    }

    private static Instant since(Issue issue, @Nullable Proposal next) {
      return next == null ? issue.order().approvedAt() : since(next);
    }

    private static Instant since(Proposal proposal) {
      Proposal.Returned returned = proposal.returned();
      return returned == null ? proposal.preview().at() : returned.at();
    }

    /**
     * Where an alert stands in a list.
     *
     * @param id decides between those of one millisecond
     */
    record Place(Instant since, String id) implements Comparable<Place> {

      private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-f-]{36})");

      static Place of(Guarded<Alert> alert) {
        return new Place(Queue.since(alert.state()), alert.id());
      }

      /** Empty when it is no place's text. */
      static Optional<Place> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
            ? Optional.of(
                new Place(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2)))
            : Optional.empty();
      }

      String text() {
        return since.toEpochMilli() + "." + id;
      }

      /** The newest first. */
      @Override
      public int compareTo(Place other) {
        return Comparator.comparing(Place::since).thenComparing(Place::id).compare(other, this);
      }
    }
  }

  /** Ordered by id; a hotline has thousands in a year at most. */
  List<SeenAlert> page(Optional<String> caseId, String after, int limit, CaseViewer viewer) {
    return caseId.isPresent()
        ? ofCase(caseId.get(), after, limit, viewer)
        : ofAll(after, limit, viewer);
  }

  /** A hidden case answers like one that does not exist. */
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

  private List<SeenAlert> ofAll(String after, int limit, CaseViewer viewer) {
    return page(alert -> alert.id().compareTo(after) > 0, Guarded::id, limit, viewer);
  }

  /**
   * The newest first.
   *
   * @param after the last of the page before; empty for the first page
   */
  List<SeenAlert> queue(Queue queue, Optional<Queue.Place> after, int limit, CaseViewer viewer) {
    return page(
        alert ->
            queue.holds(alert.state())
                && after.map(last -> Queue.Place.of(alert).compareTo(last) > 0).orElse(true),
        Queue.Place::of,
        limit,
        viewer);
  }

  /**
   * Others stand in the place of hidden ones, so that no cursor is a hidden id. Of all that are
   * left only the places are held, because a finished alert keeps its preview.
   */
  private <P extends Comparable<P>> List<SeenAlert> page(
      Predicate<Guarded<Alert>> which,
      Function<Guarded<Alert>, P> place,
      int limit,
      CaseViewer viewer) {
    SortedMap<P, String> rest = new TreeMap<>();
    alerts.forEach(
        alert -> {
          if (which.test(alert)) {
            rest.put(place.apply(alert), alert.id());
          }
        });
    List<String> ids = List.copyOf(rest.values());
    List<SeenAlert> page = new ArrayList<>();
    int from = 0;
    while (page.size() < limit && from < ids.size()) {
      int to = Math.min(ids.size(), from + limit - page.size());
      List<Guarded<Alert>> some =
          alerts.find(ids.subList(from, to)).stream()
              .filter(which)
              .sorted(Comparator.comparing(place))
              .toList();
      page.addAll(seen(some, viewer));
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
