package org.homeward.schema.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One change since the last publication.
 *
 * @param n the version that made it
 * @param type such as {@code case.reported.v1}; readers count types they do not know
 * @param by opaque id of the person or reaction that made it
 */
public record Change(long n, String type, Instant at, String by) {

  public Change {
    requireNonNull(type, "type");
    requireNonNull(at, "at");
    requireNonNull(by, "by");
  }

  public static Change of(long n, ChangeType type, Instant at, String by) {
    return new Change(n, type.text(), at, by);
  }
}
