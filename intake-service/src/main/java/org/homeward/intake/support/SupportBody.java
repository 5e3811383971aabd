package org.homeward.intake.support;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.intake.providers.FindProvider;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/** Reads what a member writes down about support; what is wrong is left with its fields. */
final class SupportBody {

  private static final int NOTE = 1_000;
  private static final int GOALS = 4_000;
  private static final int OLDEST = 1900;
  private static final int NEWEST = 2199;
  private static final int MOST_COST = 100_000_000;
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Duration LATEST = Duration.ofDays(366);

  private SupportBody() {}

  static Need need(Fields fields, String id, String by, Instant now) {
    return new Need(
        id,
        fields.requiredCode("whom", EnumSet.allOf(Whom.class)),
        fields.requiredCode("service", EnumSet.complementOf(EnumSet.of(SupportService.OTHER))),
        fields.has("bornIn") ? (Integer) fields.requiredNumber("bornIn", OLDEST, NEWEST) : null,
        note(fields),
        List.of(),
        List.of(),
        by,
        now);
  }

  static Word word(Fields fields, String by, Instant now) {
    return new Word(
        fields.requiredCode("from", EnumSet.allOf(Word.From.class)),
        fields.requiredBoolean("agrees"),
        fields.requiredCode("how", EnumSet.allOf(Word.How.class)),
        by,
        now);
  }

  /** Without a provider the hotline does it itself. */
  static Given given(Fields fields, FindProvider directory, String id, String by, Instant now) {
    Optional<FindProvider.Found> provider = Optional.empty();
    String named = fields.text("provider", ID);
    if (named != null && ID.matcher(named).matches()) {
      provider = directory.of(named);
      if (provider.isEmpty()) {
        fields.wrong("provider", "unknown-provider");
      }
    }
    return new Given(
        id,
        provider.map(FindProvider.Found::id).orElse(null),
        provider.map(FindProvider.Found::name).orElse(null),
        Given.Stage.OFFERED,
        null,
        null,
        note(fields),
        by,
        now);
  }

  static Given.Stage to(Fields fields) {
    return fields.requiredCode(
        "to", EnumSet.of(Given.Stage.DECLINED, Given.Stage.BEGUN, Given.Stage.DONE));
  }

  static @Nullable Integer cost(Fields fields) {
    return fields.has("cost") ? (Integer) fields.requiredNumber("cost", 0, MOST_COST) : null;
  }

  /** A sum has one. */
  static @Nullable String currency(Fields fields, @Nullable Integer cost) {
    return cost == null ? null : fields.requiredText("currency", CURRENCY);
  }

  static @Nullable String note(Fields fields) {
    return fields.lines("note", NOTE);
  }

  static Plan plan(Fields fields, String by, Instant now) {
    String goals = fields.requiredLines("goals", GOALS);
    Instant reviewBy = fields.requiredInstant("reviewBy");
    if (fields.has("reviewBy") && !reviewBy.isAfter(now)) {
      fields.wrong("reviewBy", "too-long-ago");
    } else if (reviewBy.isAfter(now.plus(LATEST))) {
      fields.wrong("reviewBy", "too-far-ahead");
    }
    return new Plan(goals, reviewBy, by, now);
  }
}
