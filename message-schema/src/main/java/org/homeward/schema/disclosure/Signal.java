package org.homeward.schema.disclosure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A message that leaves the node without content: ids, a code and a time. Never refused. */
public record Signal(List<String> ids, String code, Instant at) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/-]{1,80}");

  public Signal {
    ids = List.copyOf(ids);
    requireNonNull(at, "at");
    if (!PLAIN.matcher(code).matches() || !ids.stream().allMatch(PLAIN.asMatchPredicate())) {
      throw new IllegalArgumentException("a signal holds ids and codes only");
    }
  }
}
