package org.homeward.durable.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One write of one document: all of it is stored together or not at all.
 *
 * @param changes types of what happened, such as {@code case.frozen.v1}; empty when nobody else
 *     needs to hear of it
 * @param dues all alarms the document has from now on; one that is not named is gone
 * @param by the opaque id of the person or process that does it
 * @param from the source this write applies, in a reaction; otherwise null and kept as it was
 * @param essential never refused for the size of the document: freeze, end and erase
 */
public record Edit<S>(
    S state,
    List<String> changes,
    Map<String, Instant> dues,
    String by,
    @Nullable SourceVersion from,
    boolean essential) {

  /** A write by a person or process, without alarms. */
  public static <S> Edit<S> of(S state, String by, String... changes) {
    return new Edit<>(state, List.of(changes), Map.of(), by, null, false);
  }

  public Edit<S> withDues(Map<String, Instant> all) {
    return new Edit<>(state, changes, Map.copyOf(all), by, from, essential);
  }

  public Edit<S> asEssential() {
    return new Edit<>(state, changes, dues, by, from, true);
  }

  Edit<S> appliedFrom(SourceVersion source) {
    return new Edit<>(state, changes, dues, by, source, essential);
  }
}
