package org.homeward.schema.json;

import java.util.List;
import java.util.regex.Pattern;

/** RFC 6901 pointers that hold no name a stranger chose. */
final class Pointers {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Pointers() {}

  /** Goes down as far as the names are ours, indices or random ids, and stops there. */
  static String of(List<?> steps) {
    StringBuilder pointer = new StringBuilder();
    for (Object step : steps) {
      String name = step.toString();
      if (!(step instanceof Integer)
          && !SchemaFiles.FIELDS.contains(name)
          && !ID.matcher(name).matches()) {
        break;
      }
      pointer.append('/').append(name);
    }
    return pointer.toString();
  }
}
