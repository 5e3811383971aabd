package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.check.EndState.ItemEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.EndState.NoticeEnd;
import org.homeward.trials.soak.check.EndState.TipEnd;
import org.homeward.trials.soak.check.EndState.UploadEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;
import org.junit.jupiter.api.Test;

/** A good run, and each way of breaking it. */
class CheckerTest {
  private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");
  private static final Set<String> PROOF = Set.of("ERASED");

  private final List<Operation> asked = new ArrayList<>();
  private final List<Restored> restores = new ArrayList<>();
  private final Map<String, CaseEnd> rs = new HashMap<>();
  private final Map<String, CaseEnd> gr = new HashMap<>();
  private final Map<String, CopyEnd> copies = new HashMap<>();
  private final List<NoticeEnd> notices = new ArrayList<>();
  private final List<ItemEnd> feed = new ArrayList<>();
  private final Map<String, HandoverEnd> owned = new HashMap<>();
  private final Map<String, HandoverEnd> held = new HashMap<>();
  private final List<MailEnd> mails = new ArrayList<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final Map<String, Long> looks = new HashMap<>();
  private final Map<String, UploadEnd> uploads = new HashMap<>();
  private final Map<String, TipEnd> tips = new HashMap<>();
  private final Set<String> maybe = new TreeSet<>();
  private String approver = "p-1004";

  /** A held report, a released one with a look, and one that is alerted, handed over, recalled. */
  CheckerTest() {
    ok(Kind.FILE, "HELD", "case-held");
    rs.put("case-held", home("case-held", "HELD", false));
    ok(Kind.FILE, "OUT", "case-out");
    ok(Kind.RELEASE, "OUT", "");
    ok(Kind.LOOK, "OUT", "case-out");
    looks.put(NodeEnd.look("case-out", "p-1001"), 1L);
    rs.put("case-out", home("case-out", "OUT", true));
    notice("case-out", 1);
    ok(Kind.UPLOAD, "OUT", "photo");
    uploads.put("photo", new UploadEnd("photo", "case-out", false, true));
    ok(Kind.TIP, "OUT", "tip");
    ok(Kind.TIE, "OUT", "tip");
    tips.put("tip", new TipEnd("tip", "case-out", "OUT", false));
    ok(Kind.FILE, "ALL", "case-all");
    ok(Kind.RELEASE, "ALL", "");
    notice("case-all", 2);
    ok(Kind.DRAFT, "ALL", "alert");
    ok(Kind.APPROVE, "ALL", "alert");
    mail("a@x", "m1", T.plusSeconds(100), "ALL", "");
    ok(Kind.STOP, "ALL", "alert", T.plusSeconds(200));
    mail("a@x", "e1", T.plusSeconds(300), "", "m1");
    ok(Kind.END, "ALL", "", T.plusSeconds(250));
    rs.put(
        "case-all",
        new CaseEnd("case-all", "rs", "ALL", false, true, true, true, false, List.of()));
    copies.put("case-held", new CopyEnd(1, false, false, false));
    copies.put("case-out", new CopyEnd(2, false, false, false));
    copies.put("case-all", new CopyEnd(3, false, true, true));
    newest.putAll(Map.of("case-held", 1L, "case-out", 2L, "case-all", 3L));
    ok(Kind.OFFER, "ALL", "handover");
    ok(Kind.ACCEPT, "ALL", "handover");
    ok(Kind.RECALL, "ALL", "handover", T.plusSeconds(260));
    owned.put("handover", side(true, "case-all", "CLOSED", PROOF));
    held.put("handover", side(false, "foreign", "CLOSED", Set.of()));
    gr.put(
        "foreign", new CaseEnd("foreign", "rs", "", false, false, false, false, true, List.of()));
  }

  @Test
  void aGoodRunHasNoViolation() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void whatWasAcceptedAndIsNotThereIsFound() {
    rs.remove("case-held");
    assertThat(violations())
        .containsExactly("invariant 1: HELD: accepted, and its case is not there");
  }

  @Test
  void anUnknownOutcomeMayBeThereOrNot() {
    unknown(Kind.FILE, "MAYBE");
    assertThat(violations()).isEmpty();
    rs.put("case-maybe", home("case-maybe", "MAYBE", false));
    copies.put("case-maybe", new CopyEnd(1, false, false, false));
    assertThat(violations()).isEmpty();
  }

  @Test
  void whatNobodyFiledIsFound() {
    rs.put("case-x", home("case-x", "NOBODY", false));
    copies.put("case-x", new CopyEnd(1, false, false, false));
    assertThat(violations()).containsExactly("invariant 1: NOBODY: a case nobody filed");
  }

  @Test
  void lostReleasesAndEndsAreFound() {
    change(rs, "case-out", c -> home(c.id(), c.plate(), false));
    assertThat(violations()).containsExactly("invariant 1: OUT: its release is lost");
  }

  @Test
  void aFreezeThatComesBackAfterItsLiftIsFound() {
    ok(Kind.LIFT, "HELD", "");
    assertThat(violations()).isEmpty();
    change(
        rs,
        "case-held",
        c -> new CaseEnd(c.id(), "rs", "HELD", false, false, false, true, false, List.of()));
    copies.put("case-held", new CopyEnd(1, false, false, true));
    assertThat(violations()).containsExactly("invariant 4: HELD: its lift is lost");
  }

  @Test
  void twoHandoversOfOneCaseToOnePartnerAreFound() {
    asked.add(operation(Kind.OFFER, "ALL", "ALL OFFER 2", T, 409, ""));
    assertThat(violations()).isEmpty();
    asked.add(operation(Kind.OFFER, "ALL", "ALL OFFER 3", T, 201, "other"));
    owned.put("other", new HandoverEnd("other", true, "case-all", "CLOSED", true, false, PROOF));
    held.put("other", new HandoverEnd("other", false, "foreign", "CLOSED", true, false, Set.of()));
    assertThat(violations()).containsExactly("invariant 2: ALL: offered at once, 2 granted");
  }

  @Test
  void twoOpenHandoversOfOneCaseAreFound() {
    for (String id : List.of("one", "two")) {
      assertThat(violations()).isEmpty();
      owned.put(id, new HandoverEnd(id, true, "case-out", "OFFERED", false, false, Set.of()));
    }
    assertThat(violations()).containsExactly("invariant 2: rs: case case-out has 2 open handovers");
  }

  @Test
  void aSecondAlertBesideALiveOneIsFound() {
    ok(Kind.SECOND_ALERT, "ALL", "", T);
    assertThat(violations()).isEmpty();
    ok(Kind.SECOND_ALERT, "ALL", "", T.plusSeconds(1));
    assertThat(violations()).containsExactly("invariant 2: ALL: a second alert beside a live one");
  }

  @Test
  void twoCasesOfOneReportAreFound() {
    rs.put("case-2", home("case-2", "HELD", false));
    copies.put("case-2", new CopyEnd(1, false, false, false));
    assertThat(violations()).containsExactly("invariant 2: HELD: 2 cases of one report");
  }

  @Test
  void aRepeatThatGaveSomethingElseOrWasRefusedIsFound() {
    asked.add(operation(Kind.FILE, "HELD", "HELD FILE", T, 201, "other"));
    asked.add(operation(Kind.RELEASE, "OUT", "OUT RELEASE", T.plusSeconds(9), 412, ""));
    assertThat(violations())
        .contains(
            "invariant 2: HELD: FILE gave different things to one key",
            "invariant 2: OUT: a repeated RELEASE was refused (412 stale)");
  }

  @Test
  void aMailTwiceIsFoundUnlessItIsListedAndTheSame() {
    mail("a@x", "m1", T.plusSeconds(101), "ALL", "");
    assertThat(violations())
        .containsExactly("invariant 2: ALL: a mailbox got the alert twice, unlisted");
    maybe.add("a@x");
    assertThat(violations()).isEmpty();
    mail("a@x", "m2", T.plusSeconds(102), "ALL", "");
    assertThat(violations()).containsExactly("invariant 2: ALL: one mailbox, two ids of the alert");
  }

  @Test
  void mailsWithoutAuthorityAreFound() {
    mail("b@x", "m9", T.minusSeconds(1), "ALL", "");
    mail("b@x", "e9", T.plusSeconds(300), "", "m9");
    assertThat(violations()).containsExactly("invariant 3: ALL: 1 mails before its approval");
    approver = "p-1003";
    assertThat(violations()).contains("invariant 3: alert alert: its author approved it");
  }

  @Test
  void moreThanABatchAfterTheStopIsFound() {
    for (int i = 0; i < 20; i++) {
      mail("c%d@x".formatted(i), "c" + i, T.plusSeconds(210), "ALL", "");
      mail("c%d@x".formatted(i), "ce" + i, T.plusSeconds(310), "", "c" + i);
    }
    assertThat(violations()).isEmpty();
    mail("d@x", "d", T.plusSeconds(210), "ALL", "");
    mail("d@x", "de", T.plusSeconds(310), "", "d");
    assertThat(violations()).containsExactly("invariant 4: ALL: 21 mails began after its stop");
  }

  @Test
  void whoWasToldAndGotNoEndIsFound() {
    mails.removeLast();
    assertThat(violations()).containsExactly("invariant 4: ALL: 1 were told and got no end");
  }

  @Test
  void moreEndsThanABatchToWhomNobodyToldAnythingAreFound() {
    for (int i = 0; i < 20; i++) {
      mail("c%d@x".formatted(i), "ce" + i, T.plusSeconds(310), "", "c" + i);
    }
    assertThat(violations()).isEmpty();
    mail("d@x", "de", T.plusSeconds(310), "", "d");
    assertThat(violations()).containsExactly("invariant 4: ALL: 21 got an end and no alert");
  }

  @Test
  void whatAPartnerMayNotIsFound() {
    ok(Kind.FOREIGN_END, "ALL", "");
    assertThat(violations()).containsExactly("invariant 5: ALL: ended by a partner");
  }

  @Test
  void aPartnerWhoDoesNotKnowOfTheEndIsFound() {
    held.put(
        "handover",
        new HandoverEnd("handover", false, "foreign", "RELEASED", false, false, Set.of()));
    assertThat(violations())
        .containsExactly("invariant 5: ALL: over at home, and its partner does not know");
  }

  @Test
  void whatStaysAbroadAfterTheRecallIsFound() {
    change(
        gr,
        "foreign",
        c -> new CaseEnd("foreign", "rs", "ALL", false, false, false, false, false, List.of()));
    owned.put("handover", side(true, "case-all", "RECALLED", Set.of()));
    assertThat(violations())
        .contains(
            "invariant 7: ALL: called back, and there is no receipt",
            "invariant 7: ALL: called back, and the partner still has it");
  }

  @Test
  void wordsThatStayAbroadAreFound() {
    change(
        gr,
        "foreign",
        c ->
            new CaseEnd(
                "foreign",
                "rs",
                "",
                false,
                false,
                false,
                false,
                true,
                List.of("alert case-copies")));
    assertThat(violations())
        .containsExactly("invariant 6: ALL: called back, and still in alert case-copies");
  }

  @Test
  void anExerciseOnARealDeskIsFound() {
    notices.set(0, new NoticeEnd("n1", "case-out", "desk", true));
    assertThat(violations()).contains("invariant 9: rs: n1 changed between exercise and real");
  }

  @Test
  void aLookThatIsNotRecordedIsFound() {
    looks.clear();
    assertThat(violations()).containsExactly("invariant 10: case-out p-1001: 1 looks, 0 recorded");
  }

  @Test
  void whatIsReleasedAndNotOnTheFeedOrTwiceIsFound() {
    ItemEnd second = feed.removeLast();
    assertThat(violations()).containsExactly("invariant 12: ALL: released, and not on the feed");
    feed.add(second);
    feed.add(new ItemEnd("n1", 3, false));
    assertThat(violations())
        .containsExactly("invariant 12: rs: notice n1 stands twice on the feed");
  }

  @Test
  void whatWasHeldAndIsWithThePoliceIsFound() {
    notice("case-held", 3);
    assertThat(violations())
        .containsExactly("invariant 12: HELD: police know of it, and nobody released it");
  }

  @Test
  void aCopyThatIsBehindIsFound() {
    copies.put("case-out", new CopyEnd(1, false, false, false));
    assertThat(violations()).contains("rs alert: its copy of case case-out has version 1, not 2");
  }

  @Test
  void photosAndTipsThatAreLostAreFound() {
    uploads.put("photo", new UploadEnd("photo", "case-out", false, false));
    assertThat(violations()).containsExactly("invariant 1: OUT: its photo has no bytes");
    uploads.clear();
    tips.clear();
    assertThat(violations())
        .containsExactly(
            "invariant 1: OUT: its photo is lost", "invariant 1: OUT: its tip is lost");
  }

  @Test
  void photosAndTipsThatAreThereTwiceAreFound() {
    uploads.put("photo-2", new UploadEnd("photo-2", "case-out", false, true));
    tips.put("tip-2", new TipEnd("tip-2", "case-out", "OUT", false));
    assertThat(violations())
        .containsExactlyInAnyOrder(
            "invariant 2: OUT: one tip is there twice", "invariant 2: OUT: 2 photos of 1");
  }

  @Test
  void anUploadWithoutAnAnswerMayBeThereOrNot() {
    asked.add(operation(Kind.UPLOAD, "OUT", "OUT UPLOAD 2", T, 503, ""));
    assertThat(violations()).isEmpty();
    uploads.put("photo-2", new UploadEnd("photo-2", "case-out", false, true));
    assertThat(violations()).isEmpty();
  }

  @Test
  void whatIsLeftOfThemAfterTheErasureIsFound() {
    ok(Kind.ERASE, "OUT", "", T.plusSeconds(9));
    change(
        rs,
        "case-out",
        c -> new CaseEnd(c.id(), "rs", "", false, true, false, false, true, List.of()));
    copies.put("case-out", new CopyEnd(2, true, false, false));
    uploads.put("photo", new UploadEnd("photo", "case-out", true, true));
    assertThat(violations())
        .containsExactlyInAnyOrder(
            "invariant 8: OUT: erased, and its tip is not",
            "invariant 8: rs: tip tip of an erased case is left",
            "invariant 8: rs: something is left of photo photo");
    uploads.put("photo", new UploadEnd("photo", "case-out", true, false));
    tips.put("tip", new TipEnd("tip", "", "", true));
    assertThat(violations()).isEmpty();
  }

  private List<String> violations() {
    var alerts = Map.of("alert", new AlertEnd("alert", "case-all", "p-1003", approver, true, 40));
    var foreignCopies = Map.of("foreign", new CopyEnd(1, true, false, false));
    var home =
        new NodeEnd(
            List.copyOf(rs.values()),
            copies,
            copies,
            notices,
            Map.of("desk", feed),
            owned,
            alerts,
            newest,
            looks,
            List.copyOf(uploads.values()),
            List.copyOf(tips.values()));
    var abroad =
        new NodeEnd(
            List.copyOf(gr.values()),
            foreignCopies(foreignCopies),
            foreignCopies(foreignCopies),
            List.of(),
            Map.of(),
            held,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of());
    var end =
        new EndState(
            Map.of("rs", home, "gr", abroad),
            mails,
            Map.of("alert", maybe),
            Map.of(),
            Set.of(),
            List.of());
    return Checker.check(asked, restores, end).stream().map(Violation::toString).toList();
  }

  private Map<String, CopyEnd> foreignCopies(Map<String, CopyEnd> erased) {
    return gr.values().stream().allMatch(CaseEnd::erased)
        ? erased
        : Map.of("foreign", new CopyEnd(1, false, false, false));
  }

  private void ok(Kind kind, String subject, String gave) {
    ok(kind, subject, gave, T);
  }

  private void ok(Kind kind, String subject, String gave, Instant at) {
    asked.add(operation(kind, subject, subject + " " + kind, at, 200, gave));
  }

  private void unknown(Kind kind, String subject) {
    asked.add(operation(kind, subject, subject + " " + kind, T, 503, ""));
  }

  private static Operation operation(
      Kind kind, String subject, String key, Instant at, int status, String gave) {
    return new Operation(
        "rs", kind, subject, "ana", key, at, at, status, gave, status == 412 ? "stale" : "");
  }

  private static CaseEnd home(String id, String plate, boolean released) {
    return new CaseEnd(id, "rs", plate, false, released, false, false, false, List.of());
  }

  private static HandoverEnd side(boolean own, String caseId, String status, Set<String> receipts) {
    return new HandoverEnd("handover", own, caseId, status, true, false, receipts);
  }

  private void notice(String caseId, long n) {
    notices.add(new NoticeEnd("n" + n, caseId, "desk", false));
    feed.add(new ItemEnd("n" + n, n, false));
  }

  private void mail(String to, String id, Instant at, String alert, String answers) {
    mails.add(new MailEnd(to, id, at, alert, answers));
  }

  private static void change(Map<String, CaseEnd> cases, String id, UnaryOperator<CaseEnd> change) {
    cases.computeIfPresent(id, (_, was) -> change.apply(was));
  }
}
