package org.homeward.intake.imports.rows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of PFIF's values, as its schema has them. */
final class PfifForms {

  private static final Pattern RECORD = Pattern.compile("[^/]+/.+", Pattern.DOTALL);
  private static final Pattern PHONE = Pattern.compile("[-+()\\d ]+");
  private static final Pattern EMAIL = Pattern.compile(".+@.+", Pattern.DOTALL);
  private static final int LONGEST_ID = 300;

  private final RowSheet sheet;

  PfifForms(RowSheet sheet) {
    this.sheet = sheet;
  }

  /** The id of a record: who keeps it, a stroke, and its own. */
  @Nullable String record(
      Map<String, String> fields, String pointer, String field, boolean required) {
    String value = SourceRow.text(fields, field);
    if (value == null) {
      if (required || fields.containsKey(field)) {
        sheet.wrong(pointer + "/" + field, "required");
      }
      return null;
    }
    boolean fits =
        value.length() <= LONGEST_ID
            && RECORD.matcher(value).matches()
            && !RowSheet.hasControls(value);
    if (!fits) {
      sheet.wrong(pointer + "/" + field, "wrong-form");
    }
    return fits ? value : null;
  }

  Optional<Instant> time(
      Map<String, String> fields, String pointer, String field, boolean required) {
    String value = SourceRow.text(fields, field);
    if (value == null) {
      if (required) {
        sheet.wrong(pointer + "/" + field, "required");
      }
      return Optional.empty();
    }
    Optional<Instant> read = RowDates.utc(value);
    if (read.isEmpty()) {
      sheet.wrong(pointer + "/" + field, "wrong-form");
    }
    return read;
  }

  @Nullable String phone(Map<String, String> fields, String pointer, String field) {
    return shaped(fields, pointer, field, PHONE);
  }

  @Nullable String email(Map<String, String> fields, String pointer, String field) {
    return shaped(fields, pointer, field, EMAIL);
  }

  /** A value that only repeats its field's name was never filled in: it is kept, and remarked. */
  private @Nullable String shaped(
      Map<String, String> fields, String pointer, String field, Pattern form) {
    String value = SourceRow.text(fields, field);
    if (value == null || form.matcher(value).matches()) {
      return value;
    }
    if (value.contains(field)) {
      sheet.remark(pointer + "/" + field, "not-filled-in");
    } else {
      sheet.wrong(pointer + "/" + field, "wrong-form");
    }
    return value;
  }
}
