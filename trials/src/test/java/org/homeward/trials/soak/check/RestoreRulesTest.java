package org.homeward.trials.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;
import org.junit.jupiter.api.Test;

/** A node that was brought back from a copy: what may be lost, and what may not. */
class RestoreRulesTest {
  private static final Instant COPIED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant BEFORE = COPIED.minusSeconds(60);
  private static final Instant AFTER = COPIED.plusSeconds(10);
  private static final Instant ENDED = COPIED.plusSeconds(30);
  private static final Instant STARTED = COPIED.plusSeconds(31);
  private static final Instant OPENED = COPIED.plusSeconds(60);
  private static final Instant LATER = COPIED.plusSeconds(90);

  private final List<Operation> asked = new ArrayList<>();
  private final Map<String, CaseEnd> cases = new HashMap<>();
  private final Map<String, CaseEnd> abroad = new HashMap<>();
  private final Map<String, HandoverEnd> owned = new HashMap<>();
  private final Map<String, HandoverEnd> held = new HashMap<>();
  private final Map<String, AlertEnd> alerts = new HashMap<>();
  private final List<MailEnd> mails = new ArrayList<>();
  private final Set<String> missing = new TreeSet<>();
  private String restored = "rs";

  @Test
  void whatWasFiledAfterTheCopyMayBeLostAndWhatWasFiledBeforeItMayNot() {
    ok(Kind.FILE, "LATE", "case-late", AFTER);
    assertThat(violations()).isEmpty();
    ok(Kind.FILE, "EARLY", "case-early", BEFORE);
    assertThat(violations())
        .containsExactly("invariant 1: EARLY: accepted, and its case is not there");
  }

  @Test
  void whatWasFiledWhenTheNodeWasBackIsNotLost() {
    ok(Kind.FILE, "NEW", "case-new", LATER);
    assertThat(violations()).hasSize(1);
  }

  @Test
  void whatAnotherNodeAcceptedMeanwhileIsNotLost() {
    restored = "gr";
    ok(Kind.FILE, "LATE", "case-late", AFTER);
    assertThat(violations())
        .containsExactly("invariant 1: LATE: accepted, and its case is not there");
  }

  @Test
  void aRepeatToWhomItIsForgottenMayBeAnsweredOtherwise() {
    ok(Kind.FILE, "LATE", "case-late", AFTER);
    ok(Kind.FILE, "LATE", "case-again", LATER);
    there("case-again", "LATE", false, false, false);
    assertThat(violations()).isEmpty();
    ok(Kind.FILE, "LATE", "case-third", LATER);
    assertThat(violations())
        .containsExactly("invariant 2: LATE: FILE gave different things to one key");
  }

  @Test
  void anEndThatTheRestoredNodeDidNotDoAgainIsFound() {
    ok(Kind.FILE, "CHILD", "case", BEFORE);
    ok(Kind.END, "CHILD", "", AFTER);
    there("case", "CHILD", false, false, false);
    assertThat(violations()).containsExactly("invariant 1: CHILD: its end is lost");
    there("case", "CHILD", true, false, false);
    assertThat(violations()).isEmpty();
  }

  @Test
  void anErasureAndAFreezeThatItDidNotDoAgainAreFound() {
    ok(Kind.FILE, "GONE", "case", BEFORE);
    ok(Kind.ERASE, "GONE", "", AFTER);
    ok(Kind.FILE, "COLD", "case-cold", BEFORE);
    ok(Kind.FREEZE, "COLD", "", AFTER);
    there("case", "GONE", false, false, false);
    there("case-cold", "COLD", false, false, false);
    assertThat(violations())
        .containsExactlyInAnyOrder(
            "invariant 1: GONE: its erasure is lost", "invariant 4: COLD: its freeze is lost");
    there("case", "", false, false, true);
    there("case-cold", "COLD", false, true, false);
    assertThat(violations()).isEmpty();
  }

  @Test
  void anEndInTheLastMomentMayBeLost() {
    ok(Kind.FILE, "CHILD", "case", BEFORE);
    ok(Kind.END, "CHILD", "", ENDED.minusMillis(300));
    there("case", "CHILD", false, false, false);
    assertThat(violations()).isEmpty();
  }

  @Test
  void anEndMayBeRefusedWhenItIsRepeatedBecauseItWasDoneAgain() {
    ok(Kind.FILE, "CHILD", "case", BEFORE);
    ok(Kind.END, "CHILD", "", AFTER);
    asked.add(operation(Kind.END, "CHILD", "CHILD END", LATER, 409, ""));
    there("case", "CHILD", true, false, false);
    assertThat(violations()).isEmpty();
  }

  @Test
  void aRecallThatItDidNotDoAgainIsFound() {
    offered(BEFORE);
    ok(Kind.RECALL, "CHILD", "handover", AFTER);
    there("case", "CHILD", false, false, false);
    owned.put("handover", side(true, false));
    held.put("handover", side(false, false));
    abroad.put("foreign", foreign("CHILD", false));
    assertThat(violations())
        .contains(
            "invariant 7: CHILD: called back, and the partner still has it",
            "invariant 5: CHILD: over at home, and its partner does not know");
  }

  @Test
  void anOfferThatIsForgottenMustBeNamed() {
    offered(AFTER);
    there("case", "CHILD", false, false, false);
    held.put("handover", side(false, false));
    assertThat(violations())
        .containsExactly("invariant 7: CHILD: offered, forgotten, and not named");
    missing.add("handover/handover");
    assertThat(violations()).isEmpty();
  }

  @Test
  void aPartnerMayForgetAnOfferAndMustNotKeepWhatIsCalledBack() {
    restored = "gr";
    offered(AFTER);
    ok(Kind.RECALL, "CHILD", "handover", LATER);
    there("case", "CHILD", false, false, false);
    owned.put("handover", side(true, true));
    assertThat(violations()).isEmpty();
    abroad.put("foreign", foreign("CHILD", false));
    assertThat(violations())
        .containsExactly("invariant 7: CHILD: called back, and the partner still has it");
  }

  @Test
  void mailsAndOffersOfANodeThatIsNotOpenAreFound() {
    issued(BEFORE);
    mail("a@x", "m1", STARTED.plusSeconds(5), "CHILD");
    offered(STARTED.plusSeconds(6));
    owned.put("handover", side(true, false));
    held.put("handover", side(false, false));
    assertThat(violations())
        .containsExactlyInAnyOrder(
            "invariant 4: rs: restored, and sent 1 mails unopened",
            "invariant 6: CHILD: offered by a node that is not open");
  }

  @Test
  void aMailAgainToWhoGotItAfterTheCopyIsNoRepeatButItMustBeTheSame() {
    issued(BEFORE);
    mail("a@x", "m1", AFTER, "CHILD");
    mail("a@x", "m1", LATER, "CHILD");
    assertThat(violations()).isEmpty();
    mail("b@x", "m2", AFTER, "CHILD");
    mail("b@x", "m3", LATER, "CHILD");
    assertThat(violations())
        .containsExactly("invariant 2: CHILD: one mailbox, two ids of the alert");
  }

  @Test
  void whoWasToldAfterTheCopyGetsTheEndToo() {
    issued(BEFORE);
    mail("a@x", "m1", AFTER, "CHILD");
    ok(Kind.END, "CHILD", "", AFTER.plusSeconds(5));
    there("case", "CHILD", true, false, false);
    assertThat(violations()).containsExactly("invariant 4: CHILD: 1 were told and got no end");
  }

  @Test
  void anAlertThatWentOutAfterTheCopyMustBeNamed() {
    issued(AFTER);
    alerts.clear();
    mail("a@x", "m1", AFTER.plusSeconds(1), "CHILD");
    assertThat(violations())
        .containsExactly("invariant 4: CHILD: issued, forgotten, and not named");
    missing.add("alert/alert");
    assertThat(violations()).isEmpty();
  }

  @Test
  void whoHasLeftAndIsSentMailsAgainIsFound() {
    issued(BEFORE);
    ok(Kind.LEAVE, "a@x", "", AFTER);
    mail("a@x", "m1", BEFORE.plusSeconds(40), "CHILD");
    assertThat(violations()).isEmpty();
    mail("a@x", "m1", LATER, "CHILD");
    assertThat(violations())
        .containsExactly(
            "invariant 2: CHILD: a mailbox got the alert twice, unlisted",
            "invariant 4: a@x has left, and is sent mails");
  }

  private void issued(Instant at) {
    ok(Kind.FILE, "CHILD", "case", BEFORE);
    ok(Kind.DRAFT, "CHILD", "alert", at);
    ok(Kind.APPROVE, "CHILD", "alert", at);
    there("case", "CHILD", false, false, false);
    alerts.put("alert", new AlertEnd("alert", "case", "p-1003", "p-1004", false, 40));
  }

  private void offered(Instant at) {
    ok(Kind.FILE, "CHILD", "case", BEFORE);
    asked.add(operation(Kind.RELEASE, "CHILD", "CHILD RELEASE", BEFORE, 503, "")); // or not
    ok(Kind.OFFER, "CHILD", "handover", at);
    asked.add(
        new Operation(
            "gr", Kind.ACCEPT, "CHILD", "eleni", "CHILD ACCEPT", at, at, 200, "handover", ""));
  }

  private List<String> violations() {
    Map<String, CopyEnd> copies = new HashMap<>();
    cases
        .values()
        .forEach(c -> copies.put(c.id(), new CopyEnd(1, c.erased(), c.ended(), c.frozen())));
    Map<String, CopyEnd> foreign = new HashMap<>();
    abroad.values().forEach(c -> foreign.put(c.id(), new CopyEnd(1, c.erased(), false, false)));
    var rs = node(cases, copies, owned, alerts);
    var gr = node(abroad, foreign, held, Map.of());
    var end =
        new EndState(Map.of("rs", rs, "gr", gr), mails, Map.of(), Map.of(), Set.of(), List.of());
    var back = new Restored(restored, COPIED, ENDED, STARTED, OPENED, missing);
    return Checker.check(asked, List.of(back), end).stream().map(Violation::toString).toList();
  }

  private static NodeEnd node(
      Map<String, CaseEnd> cases,
      Map<String, CopyEnd> copies,
      Map<String, HandoverEnd> handovers,
      Map<String, AlertEnd> alerts) {
    return new NodeEnd(
        List.copyOf(cases.values()),
        copies,
        copies,
        List.of(),
        Map.of(),
        handovers,
        alerts,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void there(String id, String plate, boolean ended, boolean frozen, boolean erased) {
    cases.put(id, new CaseEnd(id, "rs", plate, false, true, ended, frozen, erased, List.of()));
  }

  private static CaseEnd foreign(String plate, boolean erased) {
    return new CaseEnd("foreign", "rs", plate, false, false, false, false, erased, List.of());
  }

  private static HandoverEnd side(boolean own, boolean stopped) {
    String caseId = own ? "case" : "foreign";
    return new HandoverEnd("handover", own, caseId, "RELEASED", stopped, false, Set.of());
  }

  private void ok(Kind kind, String subject, String gave, Instant at) {
    asked.add(operation(kind, subject, subject + " " + kind, at, 200, gave));
  }

  private static Operation operation(
      Kind kind, String subject, String key, Instant at, int status, String gave) {
    return new Operation("rs", kind, subject, "ana", key, at, at, status, gave, "");
  }

  private void mail(String to, String id, Instant at, String alert) {
    mails.add(new MailEnd(to, id, at, alert, ""));
  }
}
