package org.homeward.intake.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Reads answers and decisions of a request; what is wrong is left with its fields. */
final class AssessmentBody {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final int MOST_ANSWERS = 100;
  private static final int MOST_ASSESSMENTS = 1_000_000;
  private static final int NOTE = 300;
  private static final int REASON = 500;
  private static final int ID = 64;

  private AssessmentBody() {}

  /** The answers alone, for a proposal. */
  static List<Answered> answers(Fields fields, Questions questions) {
    List<Answered> answers = new ArrayList<>();
    for (Fields each : fields.objects("answers", MOST_ANSWERS)) {
      answers.add(answered(each, questions, answers, null, null, false));
      each.noOthers();
    }
    return answers;
  }

  /** A decision about this case. */
  static AssessCase.Decided read(
      Fields fields,
      Questions questions,
      LookAtCase.Seen seen,
      List<KeptReport> fitting,
      Assessments assessments) {
    int after = fields.requiredNumber("after", 0, MOST_ASSESSMENTS);
    Assessment before = assessments.find(seen.id(), after).orElse(null);
    if (after > 0 && before == null) {
      fields.wrong("after", "unknown-assessment");
    }
    KeptReport report = report(fields, seen, fitting);
    Set<String> reports = new HashSet<>();
    seen.reports().forEach(each -> reports.add(each.id()));
    List<Answered> answers = new ArrayList<>();
    for (Fields each : fields.objects("answers", MOST_ANSWERS)) {
      String note = each.lines("note", NOTE);
      String from = each.text("from", ID);
      if (from != null && !reports.contains(from)) {
        each.wrong("from", "unknown-report");
      }
      boolean confidant = each.has("confidant") && each.requiredBoolean("confidant");
      if (confidant && !seen.circles().contains(Audience.CONFIDANT)) {
        each.wrong("confidant", "not-yours"); // upholds 6
      }
      answers.add(answered(each, questions, answers, note, from, confidant));
      each.noOthers();
    }
    if (before != null) {
      answers.addAll(kept(before.unreadBy(seen.circles()), answers, questions));
    }
    RiskLevel level = fields.requiredCode("level", QuestionFile.LEVELS);
    AssessedCategory category =
        fields.requiredCode("category", EnumSet.allOf(AssessedCategory.class));
    String reason = fields.lines("reason", REASON);
    boolean isDecided = fields.has("level") && fields.has("category");
    if (isDecided && reason == null) {
      boolean isProposed = ProposedRisk.of(questions, answers).is(level, category);
      if (!isProposed || isLoweredUnread(before, seen, level)) {
        fields.wrong("reason", "required");
      }
    }
    if (category == AssessedCategory.UNDETERMINED && isStatedElsewhere(seen, report)) {
      fields.wrong("category", "stated-elsewhere");
    }
    return new AssessCase.Decided(before, report, answers, level, category, reason);
  }

  /** Where she says something as grave herself, hers alone counts. */
  private static List<Answered> kept(
      List<Answered> unread, List<Answered> hers, Questions questions) {
    return unread.stream()
        .filter(
            each ->
                hers.stream()
                    .filter(it -> it.question().equals(each.question()))
                    .noneMatch(it -> level(it, questions).compareTo(level(each, questions)) >= 0))
        .toList();
  }

  private static RiskLevel level(Answered answered, Questions questions) {
    return questions
        .of(answered.question())
        .map(asked -> asked.meaning(answered.answer()).level())
        .orElse(RiskLevel.NO_APPARENT);
  }

  /** She may not read what the level rests on: a routine review must not take it back. */
  private static boolean isLoweredUnread(
      @Nullable Assessment before, LookAtCase.Seen seen, RiskLevel level) {
    return before != null
        && before.isUnreadFor(seen.circles())
        && level.compareTo(before.level()) < 0;
  }

  private static Answered answered(
      Fields each,
      Questions questions,
      List<Answered> before,
      @Nullable String note,
      @Nullable String from,
      boolean confidant) {
    String question = each.requiredText("question", CODE);
    if (each.has("question") && questions.of(question).isEmpty()) {
      each.wrong("question", "unknown-code");
    }
    if (before.stream().anyMatch(it -> it.question().equals(question))) {
      each.wrong("question", "repeated");
    }
    Reply answer = each.requiredCode("answer", EnumSet.allOf(Reply.class));
    return new Answered(question, answer, note, from, confidant);
  }

  private static KeptReport report(Fields fields, LookAtCase.Seen seen, List<KeptReport> fitting) {
    String id = fields.text("report", ID);
    Optional<KeptReport> named = fitting.stream().filter(it -> it.id().equals(id)).findFirst();
    if (id != null && named.isEmpty()) {
      boolean isThere = seen.reports().stream().anyMatch(it -> it.id().equals(id));
      fields.wrong("report", isThere ? "later-report-says" : "unknown-report");
    }
    return named.orElseGet(fitting::getFirst);
  }

  /**
   * The reports whose facts an assessment can change, the one that states risk or category now
   * first: what a later report says would hide it.
   */
  static List<KeptReport> fitting(List<KeptReport> reports) {
    int first = 0;
    for (int i = 0; i < reports.size(); i++) {
      Says says = reports.get(i).report().says();
      if (says.risk() != null || says.category() != null) {
        first = i;
      }
    }
    return reports.subList(first, reports.size());
  }

  /** That nobody knows does not take back what another report states. */
  private static boolean isStatedElsewhere(LookAtCase.Seen seen, KeptReport report) {
    return seen.reports().stream()
        .filter(each -> !each.id().equals(report.id()))
        .anyMatch(each -> each.report().says().category() != null);
  }
}
