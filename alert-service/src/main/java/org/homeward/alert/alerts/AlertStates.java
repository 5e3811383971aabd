package org.homeward.alert.alerts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.alert.stops.StopsInForce;
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

  public AlertStates(
      GuardedDocuments<Alert> alerts, GuardedDocuments<CaseCopy> copies, StopsInForce stops) {
    this.alerts = alerts;
    this.copies = copies;
    this.stops = stops;
  }

  /** What is to be done for an alert now. */
  public sealed interface Effective {

    /** It goes out. */
    record Goes(Alert.Active alert) implements Effective {}

    /** Nothing new goes out now; the alert itself does not say so yet. */
    record Held(Set<Hold> holds) implements Effective {}

    /** Nothing new ever goes out, and whoever may have it gets the end. */
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
    Set<Hold> holds = holds(active.caseId(), alert);
    return holds.isEmpty() ? new Effective.Goes(active) : new Effective.Held(holds);
  }

  /** What stands in the way beside the alert's own state. */
  public Set<Hold> holds(String caseId, String alert) {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    for (StopScope scope : stops.against(caseId, alert)) {
      holds.add(hold(scope)); // upholds 4
    }
    ofCopy(copies.find(caseId).map(Guarded::state)).ifPresent(holds::add); // upholds 4
    return holds;
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
  public long caseVersion(String caseId) {
    return copies
        .find(caseId)
        .map(copy -> copy.from() == null ? 0 : copy.from().version())
        .orElse(0L);
  }
}
