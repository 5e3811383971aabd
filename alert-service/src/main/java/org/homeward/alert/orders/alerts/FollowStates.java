package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.homeward.alert.orders.stops.StopFollower;
import org.homeward.alert.orders.stops.StopTarget;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.schema.snapshots.CaseStatus;

/** Applies to alerts what follows from their cases, from stops and from time; idempotent. */
public final class FollowStates implements AfterCopy, StopFollower {

  private static final int PAGE = 100;

  /** Another room's answer to an alert's alarm; the answers run in the order of their beans. */
  @FunctionalInterface
  public interface Alarm {
    void ring(String alert);
  }

  private final GuardedDocuments<Alert> alerts;
  private final AlertWrites writes;
  private final AlertStates states;

  FollowStates(GuardedDocuments<Alert> alerts, AlertStates states) {
    this.alerts = alerts;
    this.writes = new AlertWrites(alerts);
    this.states = states;
  }

  @Override
  public void follows(KeptCopy kept) {
    if (!kept.first()) {
      each("caseId", kept.caseId(), alert -> follow(alert, kept));
    }
  }

  private void follow(Guarded<Alert> alert, KeptCopy kept) {
    switch (kept.copy()) {
      case CaseCopy.Erased _ -> writes.follow(alert.id(), new AlertCommand.Erase());
      case CaseCopy.Known(CaseSnapshot told) when told.status() == CaseStatus.ENDED ->
          writes.follow(alert.id(), new AlertCommand.End());
      case CaseCopy.Known _ -> {
        goneOf(alert).forEach(child -> withdraw(alert, child));
        obstruct(alert, kept.newest(ChangeType.CASE_FROZEN, ChangeType.CASE_LIFTED));
      }
    }
  }

  /** After a word alone the child stays in it, and all of the alert is held. */
  private void withdraw(Guarded<Alert> alert, String child) {
    if (states.isOnlySaidFound(alert.state().caseId(), child)) return; // upholds 4
    writes.follow(alert.id(), new AlertCommand.Withdraw(child, AlertCommand.Last.ENDS));
  }

  private Set<String> goneOf(Guarded<Alert> alert) {
    Issue issue =
        switch (alert.state()) {
          case Alert.Active active -> active.issue();
          case Alert.Frozen frozen -> frozen.issue();
          case Alert.Draft _, Alert.Over _, Alert.Erased _ -> null;
        };
    return issue == null
        ? Set.of()
        : states.gone(alert.state().caseId(), issue.preview().read().children());
  }

  /**
   * Freezes the alert after a stop; nothing waits for this, because senders read the stop itself.
   */
  @Override
  public void stopChanged(StopTarget target) {
    String id = target.id();
    switch (target.scope()) {
      case NODE -> {
        each("status", "ACTIVE", this::obstruct);
        each("status", "FROZEN", this::obstruct);
      }
      case CASE -> each("caseId", String.valueOf(id), this::obstruct);
      case ALERT -> alerts.find(String.valueOf(id)).ifPresent(this::obstruct);
    }
  }

  private void obstruct(Guarded<Alert> alert) {
    obstruct(alert, 0);
  }

  /**
   * @param frozen the case's version when it was frozen last, as far as this news tells: a freeze
   *     and its lift may come in one event
   */
  private void obstruct(Guarded<Alert> alert, long frozen) {
    Set<Hold> holds = states.holds(alert.state().caseId(), alert.id());
    writes.follow(alert.id(), new AlertCommand.Obstruct(holds, frozen));
  }

  /** It had ended before the data were restored. */
  public void endAgain(String id) {
    writes.follow(id, new AlertCommand.End());
  }

  /** Erases every alert of its case, whenever it was made. */
  public void caseIsErased(String caseId) {
    each("caseId", caseId, alert -> writes.follow(alert.id(), new AlertCommand.Erase()));
  }

  /** Answers the alarms of time. */
  void timeIsOver(String id) {
    Instant now = alerts.clock().instant();
    List<String> due = alerts.find(id).map(found -> found.dueAt(now)).orElse(List.of());
    if (due.contains(AlertWrites.EXPIRE_DUE)) {
      writes.follow(id, new AlertCommand.Expire());
    }
    if (due.contains(AlertWrites.WORDS_DUE)) {
      writes.follow(id, new AlertCommand.Spend());
    }
  }

  /**
   * Calls {@code slices} for a changed alert until the call has returned once. It sees a stop that
   * came between an approval's read and its write.
   */
  public void tellIfDue(String id, Consumer<Guarded<Alert>> slices) {
    Instant now = alerts.clock().instant();
    if (alerts
        .find(id)
        .filter(found -> found.dueAt(now).contains(AlertWrites.TELL_DUE))
        .isEmpty()) {
      return;
    }
    alerts.find(id).ifPresent(this::obstruct);
    Guarded<Alert> read = alerts.find(id).orElseThrow();
    slices.accept(read);
    without(read, AlertWrites.TELL_DUE);
  }

  /** Asks for {@link #buryIfDone} when the alert is to become a tombstone. */
  public void endsAreOut(String id) {
    WriteOutcome<Alert, Boolean> _ =
        alerts.change(
            id,
            read -> {
              if (!(read.state() instanceof Alert.Over over) || !over.erase()) {
                return Decision.keep(false);
              }
              Map<String, Instant> dues = new TreeMap<>(read.dues());
              dues.put(AlertWrites.BURY_DUE, alerts.clock().instant());
              return Decision.write(
                  Edit.of(read.state(), AlertWrites.BY).withDues(dues).asEssential(), true);
            });
  }

  /**
   * Makes a tombstone of an alert whose case is erased, once nobody is owed an end any more. Until
   * then the due stays, and its alarm comes again after the claim, whichever process died before.
   *
   * @param slices makes tombstones of the alert's slices; false when an end is still owed
   * @return whether it is a tombstone now
   */
  public boolean buryIfDone(String id, Predicate<Guarded<Alert>> slices) {
    Instant now = alerts.clock().instant();
    Guarded<Alert> read = alerts.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(AlertWrites.BURY_DUE)) {
      return false;
    }
    if (!slices.test(read)) {
      return false;
    }
    writes.follow(id, new AlertCommand.Bury());
    return true;
  }

  /** Somebody may have changed it meanwhile: then the alarm comes again. */
  private void without(Guarded<Alert> read, String due) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(due);
    WriteOutcome<Alert, Boolean> _ =
        alerts.write(
            read, Edit.of(read.state(), AlertWrites.BY).withDues(dues).asEssential(), true);
  }

  private void each(String field, String value, Consumer<Guarded<Alert>> call) {
    String after = "";
    while (true) {
      List<Guarded<Alert>> page = alerts.page(field, value, after, PAGE);
      page.forEach(call);
      if (page.size() < PAGE) {
        return;
      }
      after = page.getLast().id();
    }
  }
}
