package org.homeward.trials.soak.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.homeward.trials.soak.check.EndState.AlertEnd;
import org.homeward.trials.soak.check.EndState.CareEnd;
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

/** What a good run of the soak leaves behind; tests break it in one place. */
final class GoodRun {
  static final Instant T = Instant.parse("2026-11-22T12:00:00Z");
  static final Set<String> PROOF = Set.of("ERASED");

  final List<Operation> asked = new ArrayList<>();
  final List<Restored> restores = new ArrayList<>();
  final Map<String, CaseEnd> rs = new HashMap<>();
  final Map<String, CaseEnd> gr = new HashMap<>();
  final Map<String, CopyEnd> copies = new HashMap<>();
  final List<NoticeEnd> notices = new ArrayList<>();
  final List<ItemEnd> feed = new ArrayList<>();
  final Map<String, HandoverEnd> owned = new HashMap<>();
  final Map<String, HandoverEnd> held = new HashMap<>();
  final List<MailEnd> mails = new ArrayList<>();
  final Map<String, Long> newest = new HashMap<>();
  final Map<String, Long> looks = new HashMap<>();
  final Map<String, UploadEnd> uploads = new HashMap<>();
  final Map<String, TipEnd> tips = new HashMap<>();
  final List<CareEnd> care = new ArrayList<>();
  final Set<String> maybe = new TreeSet<>();
  String approver = "p-1004";

  /** A held report, a released one with a look, and one that is alerted, handed over, recalled. */
  GoodRun() {
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
    tips.put("tip", new TipEnd("tip", "case-out", "OUT", false, true));
    ok(Kind.PICTURED, "BUS", "");
    tips.put("tip-bus", new TipEnd("tip-bus", "", "BUS", false, true));
    ok(Kind.CARE_FILE, "CARE", "file");
    care.add(new CareEnd(Kind.CARE_FILE, "file", "CARE", List.of()));
    ok(Kind.WORD, "CARE", "");
    care.add(new CareEnd(Kind.WORD, "need", "CARE", List.of()));
    ok(Kind.REFERRAL, "CARE", "referral");
    ok(Kind.SEND, "CARE", "SENT");
    care.add(new CareEnd(Kind.REFERRAL, "referral", "CARE", List.of("DRAFT", "SENT")));
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

  List<String> violations() {
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
            List.copyOf(tips.values()),
            List.copyOf(care));
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

  Map<String, CopyEnd> foreignCopies(Map<String, CopyEnd> erased) {
    return gr.values().stream().allMatch(CaseEnd::erased)
        ? erased
        : Map.of("foreign", new CopyEnd(1, false, false, false));
  }

  void ok(Kind kind, String subject, String gave) {
    ok(kind, subject, gave, T);
  }

  void ok(Kind kind, String subject, String gave, Instant at) {
    asked.add(operation(kind, subject, subject + " " + kind, at, 200, gave));
  }

  void unknown(Kind kind, String subject) {
    asked.add(operation(kind, subject, subject + " " + kind, T, 503, ""));
  }

  static Operation operation(
      Kind kind, String subject, String key, Instant at, int status, String gave) {
    return new Operation(
        "rs", kind, subject, "ana", key, at, at, status, gave, status == 412 ? "stale" : "");
  }

  static CaseEnd home(String id, String plate, boolean released) {
    return new CaseEnd(id, "rs", plate, false, released, false, false, false, List.of());
  }

  static HandoverEnd side(boolean own, String caseId, String status, Set<String> receipts) {
    return new HandoverEnd("handover", own, caseId, status, true, false, receipts);
  }

  void notice(String caseId, long n) {
    notices.add(new NoticeEnd("n" + n, caseId, "desk", false));
    feed.add(new ItemEnd("n" + n, n, false));
  }

  void mail(String to, String id, Instant at, String alert, String answers) {
    mails.add(new MailEnd(to, id, at, alert, answers));
  }

  static void change(Map<String, CaseEnd> cases, String id, UnaryOperator<CaseEnd> change) {
    cases.computeIfPresent(id, (_, was) -> change.apply(was));
  }
}
