package org.homeward.intake.imports.rows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** A note about a person: words of a third party, whom nobody here can judge yet. */
final class PfifNote {

  static final String NOTE_ID = "note_record_id";

  static final Set<String> FIELDS =
      Set.of(
          NOTE_ID,
          PfifRow.PERSON_ID,
          "linked_person_record_id",
          "entry_date",
          "author_name",
          "author_email",
          "author_phone",
          "source_date",
          "author_made_contact",
          "status",
          "email_of_found_person",
          "phone_of_found_person",
          "last_known_location",
          "text",
          "photo_url");

  private static final Set<String> STATUSES =
      Set.of(
          "information_sought",
          "is_note_author",
          "believed_alive",
          "believed_missing",
          "believed_dead");

  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,16})?)[, ] ?(-?\\d{1,3}(?:\\.\\d{1,16})?)");
  private static final int LINE = 200;
  private static final int NORTH = 90;
  private static final int EAST = 180;

  private final Map<String, String> fields;
  private final String pointer;
  private final RowSheet sheet;
  private final PfifForms forms;

  PfifNote(Map<String, String> fields, String pointer, RowSheet sheet, PfifForms forms) {
    this.fields = fields;
    this.pointer = pointer;
    this.sheet = sheet;
    this.forms = forms;
  }

  String id() {
    return fields.getOrDefault(NOTE_ID, "").strip();
  }

  String version() {
    return fields.getOrDefault("entry_date", fields.getOrDefault("source_date", "")).strip();
  }

  /** The person it is about, as a note that stands alone has to say. */
  @Nullable String person() {
    return forms.record(fields, pointer, PfifRow.PERSON_ID, false);
  }

  void checkPerson(@Nullable String person) {
    String named = SourceRow.text(fields, PfifRow.PERSON_ID);
    if (named != null && !named.equals(person)) {
      sheet.wrong(pointer + "/" + PfifRow.PERSON_ID, "of-another-person");
    }
  }

  /** Null where the note breaks a rule. */
  @Nullable GradedSighting sighting() {
    forms.record(fields, pointer, NOTE_ID, true);
    forms.time(fields, pointer, "source_date", true);
    forms.time(fields, pointer, "entry_date", false);
    boolean isSigned = text("author_name") != null || text("author_email") != null;
    if (!isSigned) {
      sheet.wrong(pointer + "/author_name", "required");
    }
    code("status", STATUSES);
    code("author_made_contact", Set.of("true", "false"));
    String linked = forms.record(fields, pointer, "linked_person_record_id", false);
    if (linked != null) {
      sheet.remark(pointer + "/linked_person_record_id", "linked-record");
    }
    Text words = sheet.text(pointer + "/text", text("text"));
    if (words == null) {
      sheet.wrong(pointer + "/text", "required");
    }
    Place place = place(text("last_known_location"));
    keepTheRest();
    return words == null
        ? null
        : new GradedSighting(
            null,
            null,
            place,
            null,
            null,
            words,
            Code.of(SourceGrade.F),
            Code.of(InformationGrade.CANNOT_BE_JUDGED));
  }

  private void keepTheRest() {
    String label = "note " + id() + " ";
    for (String field :
        List.of(
            "source_date",
            "author_name",
            "author_email",
            "author_phone",
            "status",
            "author_made_contact",
            "linked_person_record_id",
            "email_of_found_person",
            "phone_of_found_person",
            "photo_url")) {
      sheet.keep(label + field, text(field));
    }
  }

  private void code(String field, Set<String> codes) {
    String value = text(field);
    if (value != null && !codes.contains(value)) {
      sheet.wrong(pointer + "/" + field, "unknown-code");
    }
  }

  private @Nullable Place place(@Nullable String value) {
    if (value == null) {
      return null;
    }
    Matcher point = POINT.matcher(value);
    if (point.matches()) {
      double north = Double.parseDouble(point.group(1));
      double east = Double.parseDouble(point.group(2));
      if (Math.abs(north) <= NORTH && Math.abs(east) <= EAST) {
        return new Place(null, null, null, null, north, east, null);
      }
    }
    String line = RowNames.trimmed(value);
    if (line.length() > LINE || RowSheet.hasControls(line)) {
      sheet.keep("note " + id() + " last_known_location", value);
      return null;
    }
    return new Place(null, null, null, line, null, null, null);
  }

  private @Nullable String text(String field) {
    return SourceRow.text(fields, field);
  }
}
