package org.homeward.intake.family;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.aftercare.FindStanding;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.family.words.Sentence;
import org.homeward.intake.family.words.SentenceList;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.ReporterRelation;
import org.homeward.schema.values.Code;
import org.homeward.schema.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads what a person says about a family; what is wrong is left with its fields. */
final class FamilyBody {

  private static final int LINE = 100;
  private static final int TEXT = 500;
  private static final int ID = 64;
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Duration AHEAD = Duration.ofDays(30);

  /** Stands for a number that is wrong, until the fields are checked. */
  private static final PhoneNumber NO_NUMBER = new PhoneNumber("+10000000");

  private FamilyBody() {}

  /**
   * @param country of the node: of a number without a prefix
   */
  static Contact contact(
      Fields fields, LookAtCase.Seen seen, String id, String country, Instant now) {
    String name = fields.requiredText("name", LINE);
    PhoneNumber number = number(fields, country);
    ReporterRelation relation = fields.requiredCode("relation", FindStanding.claimants());
    String report = report(fields, seen, number, relation);
    String language = language(fields);
    String mustNotLearn = fields.lines("mustNotLearn", TEXT);
    NextCall next = maybeNext(fields, seen, now);
    return new Contact(
        id,
        name,
        number,
        relation,
        report,
        language,
        mustNotLearn,
        List.of(),
        next == null ? List.of() : List.of(next),
        List.of(),
        seen.person(),
        now,
        null,
        null);
  }

  /** A decision about whereabouts names it, so that it has to be the call of this very person. */
  private static @Nullable String report(
      Fields fields, LookAtCase.Seen seen, PhoneNumber number, ReporterRelation relation) {
    String report = fields.text("report", ID);
    if (report == null) {
      return null;
    }
    Optional<KeptReport> named =
        seen.reports().stream().filter(each -> each.id().equals(report)).findFirst();
    if (named.isEmpty()) {
      fields.wrong("report", "unknown-report");
    } else if (!isBy(
        ReadablePart.of(named.get().report().says(), seen.circles()).says(), number, relation)) {
      fields.wrong("report", "of-another-caller"); // upholds 6
    }
    return report;
  }

  private static boolean isBy(Says says, PhoneNumber number, ReporterRelation relation) {
    Reporter caller = says.reporter();
    return caller != null
        && number.equals(caller.phone())
        && Optional.ofNullable(caller.relation())
            .map(Code::value)
            .filter(relation::equals)
            .isPresent();
  }

  private static String language(Fields fields) {
    String language = fields.requiredText("language", ID);
    if (!language.isEmpty() && !Vocabulary.LANGUAGES.contains(language)) {
      fields.wrong("language", "unknown-code");
    }
    return language;
  }

  static PhoneNumber number(Fields fields, String country) {
    String typed = fields.requiredText("number", LINE);
    Optional<String> e164 = NumberingPlans.e164(typed, country);
    if (!typed.isEmpty() && e164.isEmpty()) {
      fields.wrong("number", "wrong-form");
    }
    return e164.map(PhoneNumber::new).orElse(NO_NUMBER);
  }

  /** In E.164 form; null where there can be no such number, which is then not the one on file. */
  static @Nullable String dialled(Fields fields, String country) {
    return NumberingPlans.e164(fields.requiredText("number", LINE), country).orElse(null);
  }

  static String name(Fields fields) {
    return fields.requiredText("name", LINE);
  }

  static String mustNotLearn(Fields fields) {
    return fields.requiredLines("text", TEXT);
  }

  static String reason(Fields fields) {
    return fields.requiredLines("reason", TEXT);
  }

  /** One of the list. */
  static Optional<Sentence> sentence(Fields fields, SentenceList sentences) {
    String code = fields.requiredText("sentence", ID);
    Optional<Sentence> sentence = sentences.find(code);
    if (!code.isEmpty() && sentence.isEmpty()) {
      fields.wrong("sentence", "unknown-code");
    }
    return sentence;
  }

  /** A promise, where one is made along. */
  static @Nullable NextCall maybeNext(Fields fields, LookAtCase.Seen seen, Instant now) {
    if (!fields.has("next")) {
      return null;
    }
    Fields inner = fields.inner("next");
    NextCall next = next(inner, seen, now);
    inner.noOthers();
    return next;
  }

  /** A call has an owner: whoever promises it, unless she names a colleague. */
  static NextCall next(Fields fields, LookAtCase.Seen seen, Instant now) {
    Instant due = fields.requiredInstant("due").truncatedTo(ChronoUnit.MILLIS);
    if (fields.has("due") && due.isBefore(now)) {
      fields.wrong("due", "too-long-ago");
    } else if (due.isAfter(now.plus(AHEAD))) {
      fields.wrong("due", "too-far-ahead");
    }
    String owner = fields.text("owner", PERSON);
    if (owner != null && seen.isKeptFrom(owner)) {
      fields.wrong("owner", "kept-from"); // upholds 6
    }
    return new NextCall(due, owner == null ? seen.person() : owner, seen.person(), now, null, null);
  }
}
