package org.homeward.alert.orders.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.orders.authorities.Authority;
import org.homeward.alert.orders.authorities.Power;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.sight.SeeCase;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.schema.snapshots.ReturnReason;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/** Alerts in every state, about two invented children. */
public final class AlertSamples {

  public static final String AUTHOR = "person-jelena";
  public static final String APPROVER = "person-petar";

  private static final Instant CHECKED = PreviewSamples.NOW.minusSeconds(3600);

  private AlertSamples() {}

  public static SeeAlert seeAlert(GuardedDocuments<Alert> alerts, SeeCase seeCase) {
    return new SeeAlert(alerts, seeCase);
  }

  static Proposal proposal(int edition) {
    return Proposal.by(
        AUTHOR,
        PreviewSamples.wish(),
        PreviewSamples.preview(PreviewSamples.document(edition, 30, false)));
  }

  static Issue issue(int edition) {
    Proposal proposal = proposal(edition);
    return issue(edition, proposal);
  }

  private static Issue issue(int edition, Proposal proposal) {
    return new Issue(
        edition,
        AlertOrder.of(proposal, APPROVER, 7, PreviewSamples.NOW),
        PreviewSamples.wish(),
        proposal.preview(),
        Set.of(),
        null,
        proposal.authors(),
        Map.of());
  }

  static Authority entry() {
    return entry(Set.of(APPROVER, AUTHOR), PreviewSamples.NOW.plus(Duration.ofDays(9)), null);
  }

  static Authority entry(Set<String> persons, Instant until, @Nullable Instant revokedAt) {
    return new Authority(
        "Odeljenje",
        "RS",
        "+381 11 000",
        Set.of(Power.VOLUNTEER_ALERT),
        persons,
        PreviewSamples.NOW,
        until,
        revokedAt,
        "nikola",
        new Confirmation("milan", PreviewSamples.NOW));
  }

  static Approval approval(Proposal of) {
    return new Approval(
        APPROVER,
        of.preview().hash(),
        Optional.of(entry()),
        7,
        CHECKED,
        word("NONE_FOUND"),
        Set.of());
  }

  /** Of police, about orders. */
  static Optional<OrdersChecked> word(String finding) {
    return Optional.of(
        new OrdersChecked("KU 417/26", CHECKED, Code.read(OrdersFinding.class, finding)));
  }

  /** Of what waits for an approval in it. */
  static Approval approval(Alert alert) {
    return approval(proposal(alert));
  }

  private static Proposal proposal(Alert alert) {
    return ShowAlerts.Queue.proposal(alert).orElseGet(() -> proposal(1));
  }

  /** The approver returns what waits in it. */
  static AlertCommand returning(Alert alert) {
    return returning(proposal(alert).preview().hash(), APPROVER);
  }

  static AlertCommand returning(String hash, String by) {
    return new AlertCommand.Return(hash, by, ReturnReason.UNCLEAR, "Which coat?");
  }

  static Alert.Draft draft() {
    return new Alert.Draft(PreviewSamples.CASE, "rs", false, proposal(1));
  }

  static Alert.Draft returned() {
    var why =
        new Proposal.Returned(
            APPROVER, PreviewSamples.NOW, Code.of(ReturnReason.UNCLEAR), "Which coat?");
    return new Alert.Draft(PreviewSamples.CASE, "rs", false, proposal(1).returned(why));
  }

  public static Alert.Active active() {
    return new Alert.Active(PreviewSamples.CASE, "rs", false, issue(1), null);
  }

  static Alert.Active updating() {
    return new Alert.Active(PreviewSamples.CASE, "rs", false, issue(1), proposal(2));
  }

  public static Alert.Active activeWithoutTheBoy() {
    Issue less = issue(1).without(PreviewSamples.BOY, PreviewSamples.NOW.plusSeconds(60));
    return new Alert.Active(PreviewSamples.CASE, "rs", false, less, null);
  }

  static Alert.Frozen frozenWithoutTheBoy() {
    Issue less = issue(1).without(PreviewSamples.BOY, PreviewSamples.NOW.plusSeconds(60));
    return new Alert.Frozen(
        PreviewSamples.CASE, "rs", false, less, Set.of(Hold.ALERT_STOPPED), null);
  }

  /** Its case was frozen, and is not any more. */
  static Alert.Frozen lifted(@Nullable Proposal next) {
    return new Alert.Frozen(
        PreviewSamples.CASE, "rs", false, issue(1), Set.of(Hold.APPROVAL_VOID), next);
  }

  public static Alert.Frozen frozen() {
    return new Alert.Frozen(
        PreviewSamples.CASE, "rs", false, issue(1), Set.of(Hold.ALERT_STOPPED), null);
  }

  public static Alert.Over over(Alert.Ending how) {
    Issue issue = issue(1);
    return new Alert.Over(
        PreviewSamples.CASE,
        "rs",
        false,
        how,
        PreviewSamples.NOW,
        1,
        issue.order(),
        Map.of("en", PreviewSamples.part("en").end(), "sr", PreviewSamples.part("sr").end()),
        issue.preview(),
        false);
  }

  static Alert.Over erasing() {
    Alert.Over over = over(Alert.Ending.ENDED);
    return new Alert.Over(
        PreviewSamples.CASE,
        "rs",
        false,
        Alert.Ending.ENDED,
        PreviewSamples.NOW,
        1,
        over.order(),
        over.ends(),
        null,
        true);
  }

  static Alert.Erased erased() {
    return new Alert.Erased(PreviewSamples.CASE, "rs", false, YearMonth.of(2026, 3));
  }

  /** What goes out as an edition to these numbers, in the store's own form. */
  public static Alert.Active going(int edition, long watermark, boolean exercise) {
    PreviewDocument document = PreviewSamples.document(edition, watermark, exercise);
    return going(edition, exercise, PreviewSamples.preview(document));
  }

  /** The same, approved when an earlier build ran. */
  public static Alert.Active goingSinceAnEarlierBuild(long watermark) {
    PreviewDocument document = PreviewSamples.document(1, watermark, false);
    return going(1, false, PreviewSamples.ofAnEarlierBuild(document));
  }

  private static Alert.Active going(int edition, boolean exercise, Preview approved) {
    var proposal = Proposal.by(AUTHOR, PreviewSamples.wish(), approved);
    return new Alert.Active(PreviewSamples.CASE, "rs", exercise, issue(edition, proposal), null);
  }

  /** What goes out with a picture of the boy. */
  public static Alert.Active withPhoto(String photo) {
    PreviewDocument document = PreviewSamples.withPhoto(photo);
    return going(1, false, PreviewSamples.preview(document));
  }

  /** The same, over. */
  public static Alert.Over over(Alert.Active active) {
    return new Alert.Over(
        PreviewSamples.CASE,
        "rs",
        active.exercise(),
        Alert.Ending.ENDED,
        PreviewSamples.NOW,
        active.issue().edition(),
        active.issue().order(),
        Map.of("en", PreviewSamples.part("en").end(), "sr", PreviewSamples.part("sr").end()),
        active.issue().preview(),
        false);
  }
}
