package org.homeward.intake.tips;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.tips.TipWords.AlertSeen;
import org.homeward.schema.codes.Languages;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.jspecify.annotations.Nullable;

/** Reads the words of a tip and its grade; what is wrong is left with the fields. */
final class TipBody {

  private static final int TEXT = 4_000;
  private static final int LINE = 200;
  private static final int MINUTES = 525_600;
  static final int REASON = 500;
  static final int ID = 64;
  static final int METRES = 1_000_000;
  private static final Set<SourceGrade> SOURCES =
      EnumSet.complementOf(EnumSet.of(SourceGrade.OTHER));
  private static final Set<InformationGrade> INFORMATION =
      EnumSet.complementOf(EnumSet.of(InformationGrade.OTHER));
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{4})?");

  /** A giver's clock may be a little ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Ten years: what is older is a slip of the pen. */
  private static final Duration LONG_AGO = Duration.ofDays(3_653);

  private TipBody() {}

  static TipWords words(Fields fields, Instant now) {
    String text = fields.requiredLines("text", TEXT);
    String language = fields.text("language", LANGUAGE);
    if (language != null
        && LANGUAGE.matcher(language).matches()
        && !Languages.isRegistered(language)) {
      fields.wrong("language", "unknown-language");
    }
    Instant seenAt = fields.instant("seenAt");
    if (seenAt != null && seenAt.isAfter(now.plus(AHEAD))) {
      fields.wrong("seenAt", "in-future");
    } else if (seenAt != null && seenAt.isBefore(now.minus(LONG_AGO))) {
      fields.wrong("seenAt", "out-of-range");
    }
    return new TipWords(
        text,
        language,
        seenAt == null ? null : seenAt.truncatedTo(ChronoUnit.MILLIS),
        number(fields, "withinMinutes", MINUTES),
        fields.text("place", LINE),
        number(fields, "withinMetres", METRES),
        fields.text("direction", LINE),
        fields.text("companion", LINE),
        fields.text("contact", LINE),
        fields.text("reference", LINE),
        fields.code("alertSeen", EnumSet.allOf(AlertSeen.class)));
  }

  static Tip.Grade grade(Fields fields, String person, Instant now) {
    SourceGrade source = fields.requiredCode("source", SOURCES);
    InformationGrade information = fields.requiredCode("information", INFORMATION);
    String reason = fields.requiredLines("reason", REASON);
    return new Tip.Grade(source, information, reason, person, now);
  }

  private static @Nullable Integer number(Fields fields, String name, int max) {
    return fields.has(name) ? fields.requiredNumber(name, 0, max) : null;
  }
}
