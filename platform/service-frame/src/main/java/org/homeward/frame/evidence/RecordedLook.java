package org.homeward.frame.evidence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.durable.log.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as the data-protection officer reads it.
 *
 * @param n its number
 * @param subjects ids of what was shown, ordered, or asked for and withheld
 * @param verb such as {@code DISCLOSED}, {@code WITHHELD}, {@code ERASE}, {@code MESSAGE}
 * @param reader opaque id of the person, desk or partner
 * @param desk of which the reader is a person
 * @param outcome of an order or a message
 * @param waited it was entered later, when the trail had a key again
 */
record RecordedLook(
    long n,
    List<String> subjects,
    String verb,
    @Nullable String role,
    @Nullable String reader,
    @Nullable String desk,
    @Nullable String purpose,
    @Nullable String basis,
    @Nullable String outcome,
    @Nullable String at,
    boolean waited) {

  RecordedLook {
    subjects = List.copyOf(subjects);
  }

  /** The looks of a desk are those of its people, too. */
  boolean isBy(String person) {
    return person.equals(reader) || person.equals(desk);
  }

  /** Entries of the log about itself, such as a new key, are no looks and have no verb. */
  static boolean isOne(LogEntry entry) {
    return entry.fields().get("verb") instanceof String;
  }

  static RecordedLook of(LogEntry entry) {
    Document fields = entry.fields();
    return new RecordedLook(
        entry.n(),
        subjects(fields),
        fields.getString("verb"),
        fields.getString("role"),
        first(fields, "reader", "by", "partner"),
        fields.getString("desk"),
        fields.getString("purpose"),
        fields.getString("basis"),
        first(fields, "outcome", "reason"),
        fields.getString("at"),
        fields.getBoolean("waited", false));
  }

  /** Messages of partners name their handover alone. */
  private static List<String> subjects(Document fields) {
    String handover = fields.getString("handover");
    return fields.getList(
        "subjects", String.class, handover == null ? List.of() : List.of(handover));
  }

  private static @Nullable String first(Document fields, String... names) {
    return Stream.of(names)
        .map(fields::getString)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  RecordedLook about(List<String> those) {
    return new RecordedLook(
        n, those, verb, role, reader, desk, purpose, basis, outcome, at, waited);
  }
}
