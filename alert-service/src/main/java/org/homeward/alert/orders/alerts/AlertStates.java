package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.homeward.alert.orders.preview.PublicReading;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.facts.CaseSnapshot;
import org.homeward.schema.facts.CaseStatus;
import org.homeward.schema.facts.StopScope;

/**
 * The five states that decide whether an alert goes out: the alert, the stops of node, case and
 * alert, and the copy of its case. Read anew each time, from the store.
 */
public final class AlertStates {

  private final GuardedDocuments<Alert> alerts;
  private final GuardedDocuments<CaseCopy> copies;
  private final StopsInForce stops;
  private final Predicate<String> staleCases;
  private final String node;

  /**
   * @param staleCases whether the newest news of a case could not be read
   * @param node slug of the node whose volunteers are told
   */
  public AlertStates(
      GuardedDocuments<Alert> alerts,
      GuardedDocuments<CaseCopy> copies,
      StopsInForce stops,
      Predicate<String> staleCases,
      String node) {
    this.alerts = alerts;
    this.copies = copies;
    this.stops = stops;
    this.staleCases = staleCases;
    this.node = node;
  }

  /** Whether an alert goes out now, ends, or waits. */
  public sealed interface Effective {

    /** It goes out. */
    record Goes(Alert.Active alert) implements Effective {}

    /** Nothing new goes out now; the alert itself does not say so yet. */
    record Held(Set<Hold> holds) implements Effective {}

    /** Nothing new ever goes out, and every destination that may have it gets the end. */
    record Ends(Alert.Over alert) implements Effective {}

    /** There is nothing to send, until the alert itself has changed. */
    record Nothing() implements Effective {}
  }

  public Effective effective(String alert, Instant now) {
    Optional<Alert> found = alerts.find(alert).map(Guarded::state);
    return found.isEmpty()
        ? new Effective.Nothing()
        : switch (found.get()) {
          case Alert.Active active -> ofActive(alert, active, now);
          case Alert.Over over -> new Effective.Ends(over);
          case Alert.Draft _, Alert.Frozen _, Alert.Erased _ -> new Effective.Nothing();
        };
  }

  private Effective ofActive(String alert, Alert.Active active, Instant now) {
    if (!now.isBefore(active.issue().order().until())) {
      return new Effective.Held(Set.of()); // upholds 4
    }
    Set<Hold> holds = withStale(active.caseId(), holds(alert, active));
    return holds.isEmpty() ? new Effective.Goes(active) : new Effective.Held(holds);
  }

  /** All holds on an alert now, whatever its own state says. */
  Set<Hold> against(String caseId, String alert) {
    return withStale(caseId, holds(caseId, alert));
  }

  /**
   * The holds that the alert's own state follows. Stale news does not count: it passes when the
   * next record is read, and nobody would be told.
   */
  Set<Hold> holds(String caseId, String alert) {
    return alerts
        .find(alert)
        .map(found -> holds(alert, found.state()))
        .orElseGet(() -> holds(caseId, alert, Optional.empty()));
  }

  private Set<Hold> holds(String id, Alert alert) {
    return holds(alert.caseId(), id, country(alert));
  }

  private Set<Hold> holds(String caseId, String alert, Optional<String> country) {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    for (StopScope scope : stops.against(caseId, alert)) {
      holds.add(hold(scope)); // upholds 4
    }
    Optional<CaseCopy> copy = copies.find(caseId).map(Guarded::state);
    ofCopy(copy).ifPresent(holds::add); // upholds 4
    if (country.filter(to -> isExcluded(copy, to)).isPresent()) holds.add(Hold.NOT_TO); // upholds 6
    return holds;
  }

  private Set<Hold> withStale(String caseId, Set<Hold> holds) {
    if (staleCases.test(caseId)) holds.add(Hold.CASE_STALE); // upholds 6
    return holds;
  }

  /** Its area, while it may go out. */
  private static Optional<String> country(Alert alert) {
    return switch (alert) {
      case Alert.Draft draft -> Optional.of(draft.proposal().wish().area().country());
      case Alert.Active active -> Optional.of(active.issue().order().area().country());
      case Alert.Frozen frozen -> Optional.of(frozen.issue().order().area().country());
      case Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }

  /** An exclusion may have been stated after the preview was made. */
  private boolean isExcluded(Optional<CaseCopy> copy, String country) {
    return copy.isPresent()
        && copy.get() instanceof CaseCopy.Known(CaseSnapshot told)
        && !Collections.disjoint(told.notTo(), Set.of("country:" + country, "node:" + node));
  }

  private static Hold hold(StopScope scope) {
    return switch (scope) {
      case NODE -> Hold.NODE_STOPPED;
      case CASE -> Hold.CASE_STOPPED;
      case ALERT -> Hold.ALERT_STOPPED;
    };
  }

  private static Optional<Hold> ofCopy(Optional<CaseCopy> copy) {
    return copy.isEmpty()
        ? Optional.of(Hold.CASE_UNKNOWN)
        : switch (copy.get()) {
          case CaseCopy.Erased _ -> Optional.of(Hold.CASE_ERASED);
          case CaseCopy.Known(CaseSnapshot told) when told.status() == CaseStatus.ENDED ->
              Optional.of(Hold.CASE_ENDED);
          case CaseCopy.Known(CaseSnapshot told) when told.frozen() ->
              Optional.of(Hold.CASE_FROZEN);
          case CaseCopy.Known _ -> Optional.empty();
        };
  }

  /** Children of an alert who are not missing any more, as far as it is known here. */
  Set<String> gone(String caseId, Set<String> children) {
    Set<String> gone = new TreeSet<>();
    if (copies.find(caseId).map(Guarded::state).orElse(null)
        instanceof CaseCopy.Known(CaseSnapshot told)) {
      children.stream().filter(id -> !PublicReading.isMissing(told, id)).forEach(gone::add);
    }
    return gone;
  }

  /** The version of the case that is known here; 0 when it is not. */
  long caseVersion(String caseId) {
    return copies
        .find(caseId)
        .map(copy -> copy.from() == null ? 0 : copy.from().version())
        .orElse(0L);
  }
}
