package org.homeward.alert.endings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.orders.delivery.BurySlices;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.copies.AfterCopy;
import org.homeward.copies.CaseCopy;
import org.homeward.copies.KeptCopy;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.SourceVersion;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;

/** Erases everything about an erased case here, and publishes it when it is done. */
public final class EraseCase implements AfterCopy {

  private static final String BY = "alert";
  private static final String CHECK_DUE = "check";

  /** Longer than any request that read the copy before it was a tombstone. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(60);

  private final GuardedDocuments<Erasure> erasures;
  private final GuardedDocuments<Alert> alerts;
  private final GuardedDocuments<PoliceNotice> notices;
  private final GuardedDocuments<CaseCopy> copies;
  private final GuardedDocuments<Slice> slices;
  private final TellPolice tellPolice;
  private final FollowStates followStates;
  private final BurySlices burySlices;
  private final Forget forget;
  private final String node;

  /** Erases the history of tombstones at once. */
  public record Forget(Each copies, Each notices, Each alerts, Each slices) {

    /** Of the document with this id. */
    @FunctionalInterface
    public interface Each {
      void historyOf(String id);
    }
  }

  /**
   * @param node slug of this node, which owned the case when nothing here says otherwise
   */
  EraseCase(
      GuardedDocuments<Erasure> erasures,
      GuardedDocuments<Alert> alerts,
      GuardedDocuments<PoliceNotice> notices,
      GuardedDocuments<CaseCopy> copies,
      GuardedDocuments<Slice> slices,
      TellPolice tellPolice,
      FollowStates followStates,
      BurySlices burySlices,
      Forget forget,
      String node) {
    this.erasures = erasures;
    this.alerts = alerts;
    this.notices = notices;
    this.copies = copies;
    this.slices = slices;
    this.tellPolice = tellPolice;
    this.followStates = followStates;
    this.burySlices = burySlices;
    this.forget = forget;
    this.node = node;
  }

  /** Begins when the copy is a tombstone; safe to repeat. */
  @Override
  public void follows(KeptCopy kept) {
    if (!(kept.copy() instanceof CaseCopy.Erased erased)) {
      return;
    }
    WriteOutcome<Erasure, Boolean> _ =
        erasures.react(
            kept.caseId(),
            new SourceVersion("case/" + kept.caseId(), kept.version()),
            read -> Decision.write(waiting(read, erased.exercise()), true));
  }

  private Edit<Erasure> waiting(Optional<Guarded<Erasure>> read, boolean exercise) {
    Erasure state = read.map(Guarded::state).orElse(new Erasure.Waiting(exercise));
    return Edit.of(state, BY).withDues(Map.of(CHECK_DUE, erasures.clock().instant()));
  }

  /** Answers an alert's alarm: the last end that was owed may be out. */
  void buryIfDone(String alert) {
    if (followStates.buryIfDone(alert, burySlices::bury)) {
      alerts.find(alert).ifPresent(stone -> wake(stone.state().caseId()));
    }
  }

  private void wake(String caseId) {
    WriteOutcome<Erasure, Boolean> _ =
        erasures.change(
            caseId,
            read -> Decision.write(waiting(Optional.of(read), read.state().exercise()), true));
  }

  /**
   * Answers the erasure's own alarm. While something is left the due stays, so that the alarm comes
   * again after its claim, even if the process that should wake it has crashed.
   */
  void checkIfDue(String caseId) {
    Instant now = erasures.clock().instant();
    Guarded<Erasure> read = erasures.find(caseId).orElse(null);
    if (read == null || !read.dueAt(now).contains(CHECK_DUE)) {
      return;
    }
    followStates.caseIsErased(caseId);
    switch (read.state()) {
      case Erasure.Waiting(boolean exercise) -> {
        if (isErased(caseId)) {
          forgetAll(caseId);
          Erasure done = done(caseId, exercise, now);
          write(
              read,
              Edit.of(done, BY, ChangeType.ERASURE_DONE.text())
                  .withDues(Map.of(CHECK_DUE, now.plus(LAST_LOOK))));
        }
      }
      case Erasure.Done done -> write(read, Edit.of(done, BY));
    }
  }

  private void write(Guarded<Erasure> read, Edit<Erasure> edit) {
    WriteOutcome<Erasure, Boolean> _ = erasures.write(read, edit.asEssential(), true);
  }

  private boolean isErased(String caseId) {
    if (!isForgotten(caseId)) return false; // upholds 7
    boolean notice =
        notices
            .find(tellPolice.noticeOf(caseId))
            .filter(n -> n.state() instanceof PoliceNotice.Active)
            .isEmpty();
    if (!alertsOf(caseId).allMatch(EraseCase::isStone)) return false; // upholds 8
    return notice;
  }

  /** Intake too may keep its history for a while after it published the erasure. */
  private boolean isForgotten(String caseId) {
    return copies
        .find(caseId)
        .filter(copy -> copy.state() instanceof CaseCopy.Erased erased && erased.forgotten())
        .isPresent();
  }

  private static boolean isStone(Guarded<Alert> alert) {
    return alert.state() instanceof Alert.Erased;
  }

  private Stream<Guarded<Alert>> alertsOf(String caseId) {
    return alerts.each("caseId", caseId);
  }

  private void forgetAll(String caseId) {
    forget.copies().historyOf(caseId);
    forget.notices().historyOf(tellPolice.noticeOf(caseId));
    alertsOf(caseId).forEach(alert -> forget.alerts().historyOf(alert.id()));
    slices.each("caseId", caseId).forEach(slice -> forget.slices().historyOf(slice.id()));
  }

  private Erasure.Done done(String caseId, boolean exercise, Instant now) {
    Optional<Guarded<PoliceNotice>> notice = notices.find(tellPolice.noticeOf(caseId));
    String home =
        notice
            .map(found -> found.state().home())
            .or(() -> alertsOf(caseId).map(alert -> alert.state().home()).findFirst())
            .orElse(node);
    if (notice.isEmpty() || !(notice.get().state() instanceof PoliceNotice.Ended ended)) {
      return new Erasure.Done(home, exercise, now, List.of(), null);
    }
    Instant until = TellPolice.tombstoneAt(notice.get()).orElse(now);
    return new Erasure.Done(home, exercise, now, kept(ended), until);
  }

  /** Of an ended notice only what a police record needs. */
  private static List<String> kept(PoliceNotice.Ended ended) {
    List<String> kept = new ArrayList<>(List.of("outcome"));
    if (ended.desk() != null) {
      kept.add("desk");
    }
    if (!ended.children().isEmpty()) {
      kept.add("children");
    }
    return kept;
  }
}
