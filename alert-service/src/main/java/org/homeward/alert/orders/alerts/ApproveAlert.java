package org.homeward.alert.orders.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.alert.orders.authorities.ReadAuthorities;
import org.homeward.alert.orders.claims.ClaimCase;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Approves another person's draft. */
final class ApproveAlert {

  private final AlertWrites writes;
  private final GuardedDocuments<Alert> alerts;
  private final AlertStates states;
  private final ReadAuthorities register;
  private final ClaimCase claimCase;
  private final AuditTrail trail;

  ApproveAlert(
      GuardedDocuments<Alert> alerts,
      AlertStates states,
      ReadAuthorities register,
      ClaimCase claimCase,
      AuditTrail trail) {
    this.writes = new AlertWrites(alerts);
    this.alerts = alerts;
    this.states = states;
    this.register = register;
    this.claimCase = claimCase;
    this.trail = trail;
  }

  /**
   * @param hash of the preview that the person has read
   * @param ordersRead when the word of police that she has read was recorded; null for none
   */
  AlertAnswer approve(SeenAlert alert, String hash, @Nullable Instant ordersRead, Command command) {
    String id = alert.id();
    String person = alert.person();
    var other = new AtomicReference<Optional<String>>(Optional.empty());
    var outcome =
        writes.change(
            id,
            List.of(Check.once(command)),
            person,
            read -> approval(id, read, hash, ordersRead, person),
            (read, starts) -> {
              other.set(claimed(read, starts));
              if (other.get().isEmpty()) {
                record(id, starts, person);
              }
              return other.get().map(_ -> AlertRefusal.ANOTHER_IS_LIVE);
            });
    if (other.get().isPresent()) {
      return new AlertAnswer.AnotherIsLive(other.get().get());
    }
    Set<Hold> holds =
        alerts.find(id).map(read -> states.against(read.state().caseId(), id)).orElse(Set.of());
    return AlertAnswer.of(outcome, holds);
  }

  /**
   * Claims the case for an alert that has not begun.
   *
   * @return another alert that is in the way
   */
  private Optional<String> claimed(Guarded<Alert> read, Alert starts) {
    if (!(read.state() instanceof Alert.Draft draft)) {
      return Optional.empty();
    }
    String caseId = starts.caseId();
    PreviewDocument approved = draft.proposal().preview().read();
    var reach = new AlertStates.Reach(approved.audience(), approved.rule().area());
    List<String> known = approved.beside();
    return states.beside(caseId, read.id(), reach).stream()
        .filter(live -> !known.contains(live))
        .findFirst()
        .or(
            () ->
                claimCase.claim(
                    caseId,
                    read.id(),
                    read.version(),
                    (id, version) -> states.standing(id, version, reach, known)));
  }

  /** Records to whom the alert is disclosed, and who approved it. */
  private void record(String id, Alert starts, String person) {
    boolean isPublic =
        starts instanceof Alert.Active active && active.issue().order().to() == Audience.PUBLIC;
    var told =
        new AuditEntry(
            List.of(id),
            AuditEntry.Verb.DISCLOSED,
            isPublic ? "public" : "volunteer",
            person,
            isPublic ? Purpose.PUBLIC_ALERT : Purpose.VOLUNTEER_ALERT,
            Basis.PUBLIC_TASK,
            alerts.clock().instant());
    trail.append(told); // upholds 10
  }

  private AlertCommand approval(
      String id, Guarded<Alert> read, String hash, @Nullable Instant ordersRead, String person) {
    String caseId = read.state().caseId();
    Optional<PreviewDocument> waiting =
        ShowAlerts.Queue.proposal(read.state()).map(p -> p.preview().read());
    var approval =
        new Approval(
            person,
            hash,
            waiting
                .flatMap(document -> register.one(document.authority().entry()))
                .map(Guarded::state),
            states.caseVersion(caseId),
            ordersRead,
            states.ordersChecked(caseId),
            states.against(caseId, id));
    Set<String> gone =
        waiting.map(document -> states.gone(caseId, document.children())).orElse(Set.of());
    return new AlertCommand.Approve(approval, gone);
  }
}
