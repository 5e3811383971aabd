package org.homeward.intake.imports.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.codes.Languages;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.ChildFactsBuilder;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/** Says of one row of a table what it means. */
final class CsvRow {

  private static final Map<String, String> COLUMNS =
      Map.of(
          "born", "dob",
          "names", "full_name",
          "heightCm", "height",
          "lastSeen", "missing_since",
          "circumstances", "description",
          "languages", "lang",
          "nationalities", "country",
          "reporter", "phone");

  private static final int LONGEST_REF = 200;
  private static final int LINE = 200;

  private final SourceRow row;
  private final RowSheet sheet;
  private final Instant now;
  private final ChildFactsBuilder child = ChildFacts.builder();
  private final Map<String, Answer> answers = new TreeMap<>();

  private CsvRow(SourceRow row, Instant now) {
    this.row = row;
    this.sheet = new RowSheet(row);
    this.now = now;
  }

  static RowOutcome judge(SourceRow row, String source, Instant now) {
    return new CsvRow(row, now).outcome(source);
  }

  private RowOutcome outcome(String source) {
    RecordKey key = key(source);
    if (key != null && isDeleted()) {
      return sheet.hasNothingWrong()
          ? new RowOutcome.Deletion(key)
          : sheet.outcome(key, RowFacts.NONE, false, COLUMNS, now);
    }
    name();
    born();
    sex();
    height();
    weight();
    codes();
    child.answers(answers);
    ZoneId zone = RowDates.zone(sheet, "/tz", row.text("tz"));
    Place place =
        RowMeasures.place(sheet, row.text("lat"), row.text("lon"), line("last_seen_place"), zone);
    Says rest =
        Says.builder()
            .lastSeen(
                RowDates.lastSeen(
                    sheet, "/missing_since", row.text("missing_since"), zone, place, now))
            .circumstances(sheet.text("/description", row.text("description")))
            .reporter(reporter())
            .notes(sheet.kept())
            .build();
    return sheet.outcome(key, new RowFacts(child.build(), rest), false, COLUMNS, now);
  }

  private @Nullable RecordKey key(String source) {
    String ref = row.text(CsvFile.REF);
    if (ref == null || ref.length() > LONGEST_REF || RowSheet.hasControls(ref)) {
      sheet.wrong("/" + CsvFile.REF, ref == null ? "required" : "wrong-form");
      return null;
    }
    String written = row.text("entry_date");
    if (written != null) {
      RowDates.dated(written)
          .ifPresentOrElse(
              at -> RowDates.checkWritten(sheet, "/entry_date", at, now),
              () -> sheet.wrong("/entry_date", "wrong-form"));
    }
    return RecordKey.of(source + "/" + ref, written, row);
  }

  private boolean isDeleted() {
    String expires = row.text("expiry_date");
    if (expires == null) {
      return false;
    }
    Optional<Instant> at = RowDates.dated(expires);
    if (at.isEmpty()) {
      sheet.wrong("/expiry_date", "wrong-form");
    }
    return at.filter(until -> !until.isAfter(now)).isPresent();
  }

  private void name() {
    String raw = row.fields().getOrDefault("full_name", "");
    String name = RowNames.trimmed(raw);
    if (name.isEmpty()) {
      return;
    }
    if (RowNames.isUnknown(name)) {
      answers.put("names", Answer.UNKNOWN);
      return;
    }
    if (name.length() > RowNames.LONGEST) {
      sheet.wrong("/full_name", "wrong-form");
      return;
    }
    Optional<RowNames.Damage> damage = RowNames.damage(raw);
    if (damage.isPresent()) {
      sheet.ask("/full_name", "damaged-letters", damage.get().choices().toArray(String[]::new));
      return;
    }
    PersonName read = RowNames.ofTable(name, row.text("lang"));
    if (read == null) {
      sheet.wrong("/full_name", "wrong-form");
    } else {
      child.names(List.of(read));
      if (name.indexOf('<') >= 0) {
        sheet.remark("/full_name", "markup");
      }
    }
  }

  private void born() {
    String value = row.text("dob");
    if (value == null) {
      return;
    }
    if (RowNames.isUnknown(value)) {
      answers.put("born", Answer.UNKNOWN);
    } else {
      child.born(RowDates.born(sheet, "/dob", value));
    }
  }

  private void sex() {
    String value = row.text("sex");
    if (value == null) {
      return;
    }
    if (RowNames.isUnknown(value)) {
      answers.put("sex", Answer.UNKNOWN);
      return;
    }
    RowMeasures.sex(value, row.text("lang"))
        .ifPresentOrElse(
            sex -> child.sex(Code.of(sex)),
            () -> sheet.ask("/sex", "unknown-code", "male", "female", "other"));
  }

  private void height() {
    String value = row.text("height");
    if (value == null) {
      return;
    }
    if (RowNames.isUnknown(value)) {
      answers.put("heightCm", Answer.UNKNOWN);
      return;
    }
    OptionalInt read = RowMeasures.height(value);
    if (read.isPresent()) {
      child.heightCm(new NumberRange(read.getAsInt(), read.getAsInt()));
    } else {
      sheet.ask("/height", "wrong-form");
    }
  }

  /** Facts have no place for it. */
  private void weight() {
    String value = row.text("weight");
    if (value == null || RowNames.isUnknown(value)) {
      return;
    }
    OptionalInt read = RowMeasures.weight(value);
    if (read.isPresent()) {
      sheet.keep("weight_kg", String.valueOf(read.getAsInt()));
    } else {
      sheet.ask("/weight", "wrong-form");
    }
  }

  private void codes() {
    String language = row.text("lang");
    if (language != null) {
      if (Languages.isRegistered(language)) {
        child.languages(List.of(language));
      } else {
        sheet.ask("/lang", "unknown-language");
      }
    }
    String country = row.text("country");
    if (country != null) {
      String code = country.toUpperCase(Locale.ROOT);
      if (Countries.has(code)) {
        child.nationalities(List.of(code));
      } else {
        sheet.ask("/country", "unknown-country");
      }
    }
  }

  private @Nullable String line(String column) {
    String value = row.text(column);
    if (value == null) {
      return null;
    }
    String line = RowNames.trimmed(value);
    if (line.length() > LINE || RowSheet.hasControls(line)) {
      sheet.wrong("/" + column, "wrong-form");
      return null;
    }
    return line;
  }

  private @Nullable Reporter reporter() {
    String value = row.text("phone");
    if (value == null || RowNames.isUnknown(value)) {
      return null;
    }
    Optional<PhoneNumber> phone = phone(value);
    if (phone.isEmpty()) {
      sheet.keep("phone", line("phone"));
      sheet.remark("/phone", "not-international");
      return null;
    }
    if (!NumberingPlans.isPossible(phone.get().e164())) {
      sheet.remark("/phone", "impossible-number");
    }
    return new Reporter(null, null, phone.get(), null, null);
  }

  /** Empty for a number that is not international. */
  static Optional<PhoneNumber> phone(String value) {
    String bare = value.replaceAll("[ ()./\\u00a0-]", "").replaceFirst("^00", "+");
    return bare.matches("\\+[1-9]\\d{6,14}")
        ? Optional.of(new PhoneNumber(bare))
        : Optional.empty();
  }
}
