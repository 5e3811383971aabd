package org.homeward.intake.aftercare;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.facts.Feared;
import org.homeward.schema.people.HowFound;
import org.jspecify.annotations.Nullable;

/** Reads what a person says after a find; what is wrong is left with its fields. */
final class AftercareBody {

  private static final int LINE = 100;
  private static final int TEXT = 500;
  private static final int ID = 64;
  private static final int MOST_CHILDREN = 100;
  private static final Set<Feared> FEARED = EnumSet.complementOf(EnumSet.of(Feared.OTHER));
  private static final Set<HowFound> HOW_FOUND = EnumSet.complementOf(EnumSet.of(HowFound.OTHER));

  private AftercareBody() {}

  static SafeWord word(Fields fields, LookAtCase.Seen seen, String child, Instant now) {
    SafeWord.Finding finding =
        fields.requiredCode("finding", EnumSet.allOf(SafeWord.Finding.class));
    if (finding == SafeWord.Finding.MISTAKEN) {
      String note = fields.requiredLines("note", TEXT);
      return new SafeWord(child, finding, null, null, note, seen.person(), now);
    }
    SafeWord.Hiding hiding = hiding(fields);
    Meeting meeting = meeting(fields, seen, now);
    String note =
        hiding == SafeWord.Hiding.NO_LONGER
            ? fields.requiredLines("note", TEXT)
            : fields.lines("note", TEXT);
    return new SafeWord(child, finding, meeting, hiding, note, seen.person(), now);
  }

  private static SafeWord.@Nullable Hiding hiding(Fields fields) {
    return fields.has("hiding")
        ? fields.requiredCode("hiding", EnumSet.allOf(SafeWord.Hiding.class))
        : null;
  }

  /** Before the case was opened nobody met a child whom the case has found. */
  private static Meeting meeting(Fields fields, LookAtCase.Seen seen, Instant now) {
    Meeting.Who who = fields.requiredCode("who", EnumSet.allOf(Meeting.Who.class));
    Meeting.How how = fields.requiredCode("how", EnumSet.allOf(Meeting.How.class));
    boolean claimantAbsent = fields.requiredBoolean("claimantAbsent");
    Instant at = fields.requiredInstant("at").truncatedTo(ChronoUnit.MILLIS);
    if (at.isAfter(now)) {
      fields.wrong("at", "in-future");
    } else if (fields.has("at") && at.isBefore(seen.openedAt().truncatedTo(ChronoUnit.MILLIS))) {
      fields.wrong("at", "too-long-ago");
    }
    String reference =
        who == Meeting.Who.POLICE
            ? fields.requiredText("reference", LINE)
            : fields.text("reference", LINE);
    return new Meeting(who, how, claimantAbsent, at, reference);
  }

  /**
   * @param incarnation of the data
   */
  static Hearing hearing(
      Fields fields, LookAtCase.Seen seen, String child, int incarnation, Instant now) {
    String report = report(fields, seen);
    Hearing.Wish wish = fields.requiredCode("wish", EnumSet.allOf(Hearing.Wish.class));
    Set<Feared> feared = fields.codes("feared", FEARED);
    if (feared.contains(Feared.NOBODY) && feared.size() > 1) {
      fields.wrong("feared", "wrong-value");
    }
    Meeting meeting = meeting(fields, seen, now);
    return new Hearing(child, report, wish, feared, meeting, seen.person(), now, incarnation);
  }

  static AftercareCommand.Tell telling(
      Fields fields, LookAtCase.Seen seen, CaseGrounds grounds, String child, Instant now) {
    String report = report(fields, seen);
    String read = fields.requiredText("ground", ID);
    boolean isClear = fields.has("clearOfOrders") && fields.requiredBoolean("clearOfOrders");
    String reason = fields.requiredLines("reason", TEXT);
    return new AftercareCommand.Tell(
        child, report, read, isClear, reason, seen.person(), now, grounds);
  }

  static AftercareCommand.Withdraw withdrawal(
      Fields fields, LookAtCase.Seen seen, String child, Instant now) {
    String report = report(fields, seen);
    String reason = fields.requiredLines("reason", TEXT);
    return new AftercareCommand.Withdraw(
        child, report, new Telling.Withdrawn(reason, seen.person(), now));
  }

  private static String report(Fields fields, LookAtCase.Seen seen) {
    String report = fields.requiredText("report", ID);
    boolean isThere = seen.reports().stream().map(KeptReport::id).anyMatch(report::equals);
    if (fields.has("report") && !isThere) {
      fields.wrong("report", "unknown-report");
    }
    return report;
  }

  /** How each child was found that was found, and nothing of the others. */
  static Closing closing(Fields fields, LookAtCase.Seen seen, Instant now) {
    Set<String> found = CaseGrounds.foundChildren(seen);
    Map<String, HowFound> howFound = new HashMap<>();
    List<String> named = new ArrayList<>();
    for (Fields each : fields.objects("children", MOST_CHILDREN)) {
      String child = each.requiredText("child", ID);
      if (each.has("child") && !seen.isAbout(child)) {
        each.wrong("child", "unknown-child");
      } else if (each.has("child") && !found.contains(child)) {
        each.wrong("child", "not-found");
      } else if (named.contains(child)) {
        each.wrong("child", "repeated");
      }
      named.add(child);
      howFound.put(child, each.requiredCode("howFound", HOW_FOUND));
      each.noOthers();
    }
    if (!named.containsAll(found)) {
      fields.wrong("children", "child-missing");
    }
    return new Closing(howFound, fields.lines("note", TEXT), seen.person(), now);
  }
}
