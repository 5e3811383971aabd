package org.homeward.intake.imports.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record as its file has it.
 *
 * @param number in the file, from 1; a line of titles does not count
 * @param fields by name; empty for a note that stands outside of every person
 * @param notes of a person, or the one that stands alone
 * @param faults that made it unreadable as a record
 */
public record SourceRow(
    int number,
    Map<String, String> fields,
    List<Map<String, String>> notes,
    List<RowFault> faults) {

  public SourceRow {
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
  }

  /** The value without spaces around it; null where it is empty or absent. */
  @Nullable String text(String field) {
    return text(fields, field);
  }

  static @Nullable String text(Map<String, String> fields, String field) {
    String value = fields.getOrDefault(field, "").strip();
    return value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return "SourceRow[" + number + "]";
  }
}
