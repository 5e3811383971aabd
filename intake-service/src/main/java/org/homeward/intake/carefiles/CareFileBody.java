package org.homeward.intake.carefiles;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.screening.Age;
import org.jspecify.annotations.Nullable;

/** Reads what a request says about a care file; what is wrong is left with its fields. */
final class CareFileBody {

  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern KEPT_FROM =
      Pattern.compile("person:[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int MOST = 20;
  private static final int NAME = 200;
  private static final int CONTACT = 500;
  private static final int WORDS = 8_000;
  private static final int WHAT = 2_000;
  private static final int OLDEST = 1900;
  private static final int NEWEST = 2199;

  private CareFileBody() {}

  static About about(Fields fields) {
    Age age = fields.requiredCode("age", EnumSet.allOf(Age.class));
    Integer bornIn = fields.has("bornIn") ? fields.requiredNumber("bornIn", OLDEST, NEWEST) : null;
    return new About(
        age,
        fields.text("name", NAME),
        bornIn,
        fields.text("language", LANGUAGE),
        fields.lines("contact", CONTACT),
        fields.lines("words", WORDS));
  }

  /**
   * The confidants who are to read it.
   *
   * @param confidants all that were ever seen here
   */
  static Set<String> members(Fields fields, Set<String> confidants) {
    return fields.texts(
        "members",
        MOST,
        PERSON,
        person ->
            confidants.contains(person) ? Optional.empty() : Optional.of("unknown-confidant"));
  }

  /** The people who must not learn of it. */
  static Set<String> notTo(Fields fields) {
    return fields.texts("notTo", MOST, KEPT_FROM);
  }

  /** Somebody has to be left who reads it. */
  static void demandReaders(Fields fields, Set<String> members, Set<String> notTo) {
    Set<String> readers = new HashSet<>(members);
    readers.removeIf(person -> notTo.contains(KeptCase.named(person)));
    if (readers.size() < members.size()) {
      fields.wrong("members", "kept-from");
    }
    if (members.isEmpty()) {
      fields.wrong("members", "required");
    }
  }

  static CareFileCommand.Agree consent(Fields fields, String by) {
    if (!fields.has("to")) {
      fields.wrong("to", "required");
    }
    return new CareFileCommand.Agree(
        fields.codes("to", EnumSet.allOf(Office.class)),
        fields.requiredCode("how", EnumSet.allOf(Consent.How.class)),
        by);
  }

  static CareFileCommand.PassOn passedOn(Fields fields, String by) {
    Office to = fields.requiredCode("to", EnumSet.allOf(Office.class));
    String name = fields.requiredText("name", NAME);
    String what = fields.requiredLines("what", WHAT);
    Leaving.Ground ground = fields.requiredCode("ground", EnumSet.allOf(Leaving.Ground.class));
    String reason = reason(fields, ground);
    return new CareFileCommand.PassOn(to, name, what, ground, reason, by);
  }

  /** She who decides on imminent danger says why. */
  private static @Nullable String reason(Fields fields, Leaving.Ground ground) {
    return ground == Leaving.Ground.IMMINENT_DANGER && fields.has("ground")
        ? fields.requiredLines("reason", WHAT)
        : fields.lines("reason", WHAT);
  }

  static CareFileCommand.BreakGlass glass(Fields fields, String by) {
    return new CareFileCommand.BreakGlass(
        fields.requiredCode("code", EnumSet.allOf(Opening.Code.class)),
        fields.requiredLines("words", CONTACT),
        by);
  }
}
