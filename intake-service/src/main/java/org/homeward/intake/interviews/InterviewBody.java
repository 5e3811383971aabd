package org.homeward.intake.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.schema.facts.Feared;
import org.jspecify.annotations.Nullable;

/** Reads offers and answers of a request; what is wrong is left with its fields. */
final class InterviewBody {

  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int NAME = 100;
  private static final int ANSWER = 2_000;

  /** Within which an interview is held, unless the person says another time. */
  private static final Duration SOON = Duration.ofHours(72);

  private static final Duration AHEAD = Duration.ofDays(30);
  private static final Set<Feared> FEARED =
      EnumSet.complementOf(EnumSet.of(Feared.OTHER, Feared.NOBODY));

  private InterviewBody() {}

  /** Nothing where it is wrong: then {@code fields} says so. */
  static @Nullable Interviewer interviewer(Fields fields) {
    Interviewer.Office office =
        fields.requiredCode("office", EnumSet.allOf(Interviewer.Office.class));
    if (!fields.has("office")) {
      return null;
    }
    if (office == Interviewer.Office.HOTLINE) {
      return new Interviewer(office, fields.requiredText("person", PERSON), null);
    }
    return new Interviewer(office, null, fields.requiredText("name", NAME));
  }

  static Instant due(Fields fields, Instant now) {
    if (!fields.has("due")) {
      return now.plus(SOON).truncatedTo(ChronoUnit.MILLIS);
    }
    Instant due = fields.requiredInstant("due").truncatedTo(ChronoUnit.MILLIS);
    if (due.isBefore(now)) {
      fields.wrong("due", "too-long-ago");
    } else if (due.isAfter(now.plus(AHEAD))) {
      fields.wrong("due", "too-far-ahead");
    }
    return due;
  }

  static Interview.End held(Fields fields, String by, Instant now) {
    Map<Interview.Question, String> answers = new EnumMap<>(Interview.Question.class);
    for (Fields each : fields.objects("answers", Interview.Question.values().length)) {
      Interview.Question question =
          each.requiredCode("question", EnumSet.allOf(Interview.Question.class));
      String text = each.requiredLines("text", ANSWER);
      if (each.has("question") && answers.put(question, text) != null) {
        each.wrong("question", "repeated");
      }
      each.noOthers();
    }
    Danger danger = null;
    if (fields.has("danger")) {
      Fields named = fields.inner("danger");
      String text = named.requiredLines("text", ANSWER);
      danger = new Danger(text, List.copyOf(named.codes("feared", FEARED)), null);
      named.noOthers();
    }
    return new Interview.End(true, answers, danger, by, now);
  }
}
