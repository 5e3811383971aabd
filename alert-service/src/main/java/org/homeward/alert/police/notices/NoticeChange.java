package org.homeward.alert.police.notices;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A change of a notice that the police were told of.
 *
 * @param what {@code new}, or pointers to the fields that changed, such as {@code /risk} and {@code
 *     /children/{id}/clothing}; never a value
 */
public record NoticeChange(Instant at, List<String> what) {

  public static final String NEW = "new";

  public NoticeChange {
    requireNonNull(at, "at");
    what = List.copyOf(what);
  }

  public boolean isNew() {
    return what.contains(NEW);
  }
}
