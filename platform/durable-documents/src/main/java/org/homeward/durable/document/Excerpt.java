package org.homeward.durable.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Some fields of a state, read without the rest of it. */
public final class Excerpt {

  private final Document state;

  Excerpt(Document state) {
    this.state = state;
  }

  /**
   * @param field as {@code a.b} for a field of a field
   */
  public Optional<String> text(String field) {
    return Optional.ofNullable(state.getEmbedded(path(field), String.class));
  }

  /** The texts of a list; none where there is no such list. */
  public Set<String> texts(String field) {
    List<?> list = state.getEmbedded(path(field), List.class);
    return list == null ? Set.of() : Set.copyOf(list.stream().map(String.class::cast).toList());
  }

  private static List<String> path(String field) {
    return List.of(field.split("\\."));
  }
}
