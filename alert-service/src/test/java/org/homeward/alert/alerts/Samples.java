package org.homeward.alert.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.facts.Audience;

/** Alerts in every state, about two invented children. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant UNTIL = NOW.plus(Duration.ofHours(3));
  public static final String CASE = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c01";
  public static final String ALERT = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c02";
  public static final String BOY = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c03";
  public static final String GIRL = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c04";
  public static final String AUTHOR = "person-jelena";
  public static final String APPROVER = "person-petar";
  public static final String ENTRY = "0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c05";

  private Samples() {}

  static Wish wish() {
    return new Wish(
        new Area("RS", List.of("RS-01")),
        List.of("en", "sr"),
        Map.of("en", "Bojan likes trains."),
        UNTIL,
        ENTRY,
        "K-17/26");
  }

  static Part part(String language) {
    return new Part(
        "Missing child " + language,
        "opening",
        Map.of(BOY, "Name: Bojan", GIRL, "Name: Gordana"),
        "Last seen in: Novi Sad",
        "Bojan likes trains.",
        "takes the place of earlier ones",
        "closing " + Part.LEAVE,
        new EndText("over " + language, "not active any more " + Part.LEAVE));
  }

  public static PreviewDocument document(int edition, long watermark, boolean exercise) {
    return new PreviewDocument(
        ALERT,
        edition,
        CASE,
        7,
        "rs",
        exercise,
        Audience.VOLUNTEER,
        Words.VERSION,
        new PreviewDocument.Rule(
            new Area("RS", List.of("RS-01")), List.of("en", "sr"), exercise, watermark),
        UNTIL,
        new PreviewDocument.Authority(ENTRY, "Odeljenje", "K-17/26"),
        Map.of("en", part("en"), "sr", part("sr")),
        List.of());
  }

  static Proposal proposal(int edition) {
    return Proposal.by(AUTHOR, wish(), Preview.of(document(edition, 30, false), NOW));
  }

  static Issue issue(int edition) {
    Proposal proposal = proposal(edition);
    return issue(edition, proposal);
  }

  private static Issue issue(int edition, Proposal proposal) {
    return new Issue(
        edition,
        Order.of(proposal, APPROVER, NOW),
        wish(),
        proposal.preview(),
        Set.of(),
        proposal.authors(),
        Map.of());
  }

  static RegisterEntry entry() {
    return new RegisterEntry(
        ENTRY, "Odeljenje", Set.of(APPROVER, AUTHOR), true, NOW.plus(Duration.ofDays(9)));
  }

  static Approval approval(Proposal of) {
    return new Approval(APPROVER, of.preview().hash(), Optional.of(entry()), Set.of());
  }

  static Alert.Draft draft() {
    return new Alert.Draft(CASE, "rs", false, proposal(1));
  }

  public static Alert.Active active() {
    return new Alert.Active(CASE, "rs", false, issue(1), null);
  }

  static Alert.Active updating() {
    return new Alert.Active(CASE, "rs", false, issue(1), proposal(2));
  }

  static Alert.Frozen frozen() {
    return new Alert.Frozen(CASE, "rs", false, issue(1), Set.of(Hold.ALERT_STOPPED));
  }

  public static Alert.Over over(Ending how) {
    Issue issue = issue(1);
    return new Alert.Over(
        CASE,
        "rs",
        false,
        how,
        NOW,
        1,
        issue.order(),
        Map.of("en", part("en").end(), "sr", part("sr").end()),
        issue.preview(),
        false);
  }

  static Alert.Over erasing() {
    Alert.Over over = over(Ending.ENDED);
    return new Alert.Over(
        CASE, "rs", false, Ending.ENDED, NOW, 1, over.order(), over.ends(), null, true);
  }

  static Alert.Erased erased() {
    return new Alert.Erased(CASE, "rs", false, YearMonth.of(2026, 3));
  }

  /** What goes out as an edition to these numbers, in the store's own form. */
  public static Alert.Active going(int edition, long watermark, boolean exercise) {
    PreviewDocument document = document(edition, watermark, exercise);
    var proposal = Proposal.by(AUTHOR, wish(), Preview.of(document, NOW));
    return new Alert.Active(CASE, "rs", exercise, issue(edition, proposal), null);
  }

  /** The same, over. */
  public static Alert.Over over(Alert.Active active) {
    return new Alert.Over(
        CASE,
        "rs",
        active.exercise(),
        Ending.ENDED,
        NOW,
        active.issue().edition(),
        active.issue().order(),
        Map.of("en", part("en").end(), "sr", part("sr").end()),
        active.issue().preview(),
        false);
  }
}
