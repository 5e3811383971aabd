package org.homeward.console.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a browser has heard of the changes of each part. For a part without a cursor the stream
 * begins now.
 */
record Place(Map<Part, String> cursors) {

  static final Place NOWHERE = new Place(Map.of());

  /** From places with a dot, which an earlier build wrote, the node begins anew. */
  private static final Pattern OF_PART =
      Pattern.compile("([a-z]+)\\.([A-Za-z0-9_-]{59}|[a-z0-9]{8}\\.[0-9]{1,18})");

  Place {
    cursors = Map.copyOf(cursors);
  }

  /** An entry that is no place of a part is ignored. */
  static Place of(String text) {
    Map<Part, String> cursors = new EnumMap<>(Part.class);
    for (String each : text.split("~", Part.values().length + 1)) {
      Matcher form = OF_PART.matcher(each);
      if (form.matches()) {
        Stream.of(Part.values())
            .filter(part -> part.word().equals(form.group(1)))
            .forEach(part -> cursors.put(part, form.group(2)));
      }
    }
    return new Place(cursors);
  }

  /** Empty when nothing is heard yet. */
  String of(Part part) {
    return cursors.getOrDefault(part, "");
  }

  Place with(Part part, String cursor) {
    Map<Part, String> next = new EnumMap<>(Part.class);
    next.putAll(cursors);
    next.put(part, cursor);
    return new Place(next);
  }

  @Override
  public String toString() {
    return cursors.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey().word() + "." + each.getValue())
        .collect(Collectors.joining("~"));
  }
}
