package org.homeward.frame.evidence;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as the data-protection officer reads it.
 *
 * @param n its number, to go on from
 * @param subjects ids of what was shown, or asked for and withheld
 * @param verb such as {@code DISCLOSED}, {@code WITHHELD}, {@code ERASE}
 * @param reader opaque id of the person or desk
 * @param waited it was entered later, when the trail had a key again
 */
public record RecordedLook(
    long n,
    List<String> subjects,
    String verb,
    @Nullable String role,
    @Nullable String reader,
    @Nullable String purpose,
    @Nullable String basis,
    String at,
    boolean waited) {

  public RecordedLook {
    subjects = List.copyOf(subjects);
  }

  static RecordedLook of(Document entry) {
    Document fields = entry.get("fields", Document.class);
    String reader = fields.getString("reader");
    return new RecordedLook(
        entry.getLong("_id"),
        fields.getList("subjects", String.class, List.of()),
        fields.getString("verb"),
        fields.getString("role"),
        reader == null ? fields.getString("by") : reader,
        fields.getString("purpose"),
        fields.getString("basis"),
        fields.getString("at"),
        fields.getBoolean("waited", false));
  }
}
