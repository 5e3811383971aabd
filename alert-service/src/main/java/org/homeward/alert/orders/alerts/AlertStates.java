package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.alert.orders.claims.ClaimCase;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Area;
import org.homeward.alert.orders.preview.OpenPhoto;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PublicReading;
import org.homeward.alert.orders.stops.StopsInForce;
import org.homeward.copies.CaseCopy;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.schema.snapshots.StopScope;
import org.homeward.schema.values.Audience;

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

  /** For a batch that is about to begin. */
  public Effective effective(String alert, Instant now) {
    return effective(alert, now, Set.of());
  }

  /** For a batch or a page that has begun: a brake lets it stay. */
  public Effective effectiveOnceBegun(String alert, Instant now) {
    return effective(alert, now, Set.of(Hold.CASE_BRAKED));
  }

  private Effective effective(String alert, Instant now, Set<Hold> passed) {
    Optional<Alert> found = alerts.find(alert).map(Guarded::state);
    return found.isEmpty()
        ? new Effective.Nothing()
        : switch (found.get()) {
          case Alert.Active active -> ofActive(alert, active, now, passed);
          case Alert.Over over -> new Effective.Ends(over);
          case Alert.Draft _, Alert.Frozen _, Alert.Erased _ -> new Effective.Nothing();
        };
  }

  private Effective ofActive(String alert, Alert.Active active, Instant now, Set<Hold> passed) {
    if (!now.isBefore(active.issue().order().until())) {
      return new Effective.Held(Set.of()); // upholds 4
    }
    Set<Hold> holds = read(active.caseId(), alert, Optional.of(active)).all();
    holds.removeAll(passed);
    return holds.isEmpty() ? new Effective.Goes(active) : new Effective.Held(holds);
  }

  /** All holds on a new approval of an alert now, whatever its own state says. */
  Set<Hold> against(String caseId, String alert) {
    Set<Hold> holds = read(caseId, alert, alerts.find(alert).map(Guarded::state)).all();
    holds.remove(Hold.APPROVAL_VOID);
    return holds;
  }

  /**
   * The holds that the alert's own state follows. Stale news and a brake do not count: they pass
   * without a new approval, and nobody would be told.
   */
  Set<Hold> holds(String caseId, String alert) {
    return read(caseId, alert, alerts.find(alert).map(Guarded::state)).lasting();
  }

  /** The stops and the copy are each read once. */
  private Holds read(String caseId, String id, Optional<Alert> alert) {
    Set<Hold> lasting = EnumSet.noneOf(Hold.class);
    for (StopScope scope : stops.against(caseId, id)) {
      lasting.add(hold(scope)); // upholds 4
    }
    Optional<CaseCopy> copy = copies.find(caseId).map(Guarded::state);
    ofCopy(copy).ifPresent(lasting::add); // upholds 4
    if (isOfAnotherKind(copy)) lasting.add(Hold.NOT_A_SEARCH); // upholds 3
    if (isSaidFound(alert, copy)) lasting.add(Hold.SAID_FOUND); // upholds 4
    Set<String> notTo = notTo(copy);
    boolean excluded =
        alert.flatMap(AlertStates::reach).filter(to -> isExcluded(notTo, to)).isPresent();
    if (excluded) lasting.add(Hold.NOT_TO); // upholds 6
    boolean unseen =
        alert.flatMap(AlertStates::approver).filter(p -> CaseCopy.isKeptFrom(p, notTo)).isPresent();
    if (unseen) lasting.add(Hold.APPROVAL_VOID); // upholds 3
    Set<Hold> passing = EnumSet.noneOf(Hold.class);
    if (staleCases.test(caseId)) passing.add(Hold.CASE_STALE); // upholds 6
    if (isBraked(copy)) passing.add(Hold.CASE_BRAKED); // upholds 5
    return new Holds(lasting, passing);
  }

  /**
   * The holds on an alert.
   *
   * @param lasting the alert's own state follows these
   * @param passing they pass without a word to the alert
   */
  private record Holds(Set<Hold> lasting, Set<Hold> passing) {

    Set<Hold> all() {
      Set<Hold> all = EnumSet.noneOf(Hold.class);
      all.addAll(lasting);
      all.addAll(passing);
      return all;
    }
  }

  private static Set<String> notTo(Optional<CaseCopy> copy) {
    return copy.isPresent() && copy.get() instanceof CaseCopy.Known(CaseSnapshot told)
        ? told.notTo()
        : Set.of();
  }

  private static boolean isOfAnotherKind(Optional<CaseCopy> copy) {
    return copy.isPresent()
        && copy.get() instanceof CaseCopy.Known(CaseSnapshot told)
        && !told.isSearch();
  }

  private static boolean isSaidFound(Optional<Alert> alert, Optional<CaseCopy> copy) {
    return alert.isPresent()
        && copy.isPresent()
        && copy.get() instanceof CaseCopy.Known(CaseSnapshot told)
        && PublicReading.saidFound(told).anyMatch(id -> alert.get().childrenNow().contains(id));
  }

  /**
   * How many desks and persons a case is kept from. They may be among those whom an alert reaches:
   * nobody can tell who they are behind a mailbox, a system or a page.
   */
  record KeptFrom(int desks, int persons) {

    boolean isAnybody() {
      return desks + persons > 0;
    }
  }

  KeptFrom keptFrom(String caseId) {
    Set<String> notTo = notTo(copies.find(caseId).map(Guarded::state));
    return new KeptFrom(beginning(notTo, "desk:"), beginning(notTo, "person:"));
  }

  private static int beginning(Set<String> excluded, String with) {
    return (int) excluded.stream().filter(each -> each.startsWith(with)).count();
  }

  private static boolean isBraked(Optional<CaseCopy> copy) {
    return copy.isPresent()
        && copy.get() instanceof CaseCopy.Known(CaseSnapshot told)
        && told.braked();
  }

  /** Of what may still go out. */
  private static Optional<String> approver(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue().order().approver());
      case Alert.Frozen frozen -> Optional.of(frozen.issue().order().approver());
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }

  /** The readers of an alert, and their area. */
  record Reach(Audience to, Area area) {

    static Reach of(AlertWish wish) {
      return new Reach(wish.to(), wish.area());
    }

    static Reach of(AlertOrder order) {
      return new Reach(order.to(), order.area());
    }

    /** Whether somebody may get both; a volunteer who reads a page was told once by mail. */
    boolean meets(Reach other) {
      return to == other.to && area.overlaps(other.area);
    }
  }

  /** While it may go out. */
  private static Optional<Reach> reach(Alert alert) {
    return alert instanceof Alert.Draft draft
        ? Optional.of(Reach.of(draft.proposal().wish()))
        : live(alert);
  }

  /** An exclusion may have been stated after the preview was made. */
  private boolean isExcluded(Set<String> notTo, Reach reach) {
    return !Collections.disjoint(notTo, Set.of("country:" + reach.area().country(), "node:" + node))
        || (reach.to() == Audience.PUBLIC && notTo.stream().anyMatch(AlertStates::isSomePlace));
  }

  private static boolean isSomePlace(String excluded) {
    return excluded.startsWith("country:") || excluded.startsWith("node:");
  }

  /** A page on the open web is read in every country, so one excluded country or node is enough. */
  boolean isKeptFromReaders(String caseId, AlertWish wish) {
    return isExcluded(notTo(copies.find(caseId).map(Guarded::state)), Reach.of(wish));
  }

  /** Other alerts of the case that are live for some of these readers, by id. */
  List<String> beside(String caseId, String alert, Reach reach) {
    return alerts.page("caseId", caseId, "", Integer.MAX_VALUE).stream()
        .filter(other -> !other.id().equals(alert))
        .filter(other -> live(other.state()).filter(reach::meets).isPresent())
        .map(Guarded::id)
        .toList();
  }

  /**
   * How another alert stands towards one that is about to be approved for these readers.
   *
   * @param claimed the version of the other in which it was about to be approved
   * @param known others that the approver knows to be live
   */
  ClaimCase.Standing standing(String other, long claimed, Reach reach, List<String> known) {
    Optional<Guarded<Alert>> found = alerts.find(other);
    Optional<Reach> taken =
        found.flatMap(
            alert ->
                alert.state() instanceof Alert.Draft draft && alert.version() == claimed
                    ? Optional.of(Reach.of(draft.proposal().wish()))
                    : live(alert.state()));
    if (taken.isEmpty()) {
      return ClaimCase.Standing.GONE;
    }
    return taken.get().meets(reach) && !known.contains(other)
        ? ClaimCase.Standing.IN_THE_WAY
        : ClaimCase.Standing.APART;
  }

  private static Optional<Reach> live(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(Reach.of(active.issue().order()));
      case Alert.Frozen frozen -> Optional.of(Reach.of(frozen.issue().order()));
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
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

  /** The pictures of what goes out that may be shown now, by number. */
  public SortedMap<Integer, OpenPhoto> photosNow(Alert.Active alert) {
    return photosNow(alert.issue().preview().read(), alert.issue().withdrawn());
  }

  /** Of what was approved, or waits for it; nothing of a case that is not known here. */
  public SortedMap<Integer, OpenPhoto> photosNow(PreviewDocument document, Set<String> withdrawn) {
    return !document.photos().isEmpty()
            && copies.find(document.caseId()).map(Guarded::state).orElse(null)
                instanceof CaseCopy.Known(CaseSnapshot told)
        ? document.photosNow(withdrawn, told)
        : new TreeMap<>();
  }

  /**
   * Those of what was approved that nobody has taken back. Only a case that is known and not frozen
   * can tell that somebody has.
   */
  public Set<String> photosKept(PreviewDocument document, Set<String> withdrawn) {
    boolean tells =
        copies.find(document.caseId()).map(Guarded::state).orElse(null)
                instanceof CaseCopy.Known(CaseSnapshot told)
            && !told.frozen();
    return (tells ? photosNow(document, withdrawn).values() : document.photos())
        .stream().map(OpenPhoto::photo).collect(Collectors.toSet());
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

  /**
   * Whether nothing but a word says that this child is found. Neither an abductor's call may end an
   * alert, nor two persons who lift the freeze that followed from it.
   */
  boolean isOnlySaidFound(String caseId, String child) {
    return copies.find(caseId).map(Guarded::state).orElse(null)
            instanceof CaseCopy.Known(CaseSnapshot told)
        && PublicReading.saidFound(told).anyMatch(child::equals);
  }

  /** The word of police about orders; empty too for a case that an earlier build told of. */
  Optional<OrdersChecked> ordersChecked(String caseId) {
    return copies.find(caseId).map(Guarded::state).orElse(null)
            instanceof CaseCopy.Known(CaseSnapshot told)
        ? Optional.ofNullable(told.ordersChecked())
        : Optional.empty();
  }

  /** Whether a tip that police were told of says a later time and place than the reports. */
  boolean isSeenSince(String caseId) {
    return copies.find(caseId).map(Guarded::state).orElse(null)
            instanceof CaseCopy.Known(CaseSnapshot told)
        && PublicReading.isSeenSince(told);
  }

  /** The version of the case that is known here; 0 when it is not. */
  long caseVersion(String caseId) {
    return copies
        .find(caseId)
        .map(copy -> copy.from() == null ? 0 : copy.from().version())
        .orElse(0L);
  }
}
