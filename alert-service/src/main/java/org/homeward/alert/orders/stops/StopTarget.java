package org.homeward.alert.orders.stops;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.schema.snapshots.StopScope;
import org.jspecify.annotations.Nullable;

/**
 * The target of a stop: everything this node sends, one case, or one alert.
 *
 * @param id of the case or alert; null for the node
 */
public record StopTarget(StopScope scope, @Nullable String id) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public StopTarget {
    requireNonNull(scope, "scope");
    if ((scope == StopScope.NODE) != (id == null)) {
      throw new IllegalArgumentException("a stop of the node has no id, any other has one");
    }
    if (id != null && !ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id is not an id");
    }
  }

  public static StopTarget node() {
    return new StopTarget(StopScope.NODE, null);
  }

  static StopTarget ofCase(String id) {
    return new StopTarget(StopScope.CASE, id);
  }

  public static StopTarget ofAlert(String id) {
    return new StopTarget(StopScope.ALERT, id);
  }

  /** The document's id: {@code node}, {@code case/{id}}, {@code alert/{id}}. */
  public String documentId() {
    return id == null ? name(scope) : name(scope) + "/" + id;
  }

  /** The id in addresses: {@code node}, {@code case.{id}}, {@code alert.{id}}. */
  public String word() {
    return id == null ? name(scope) : name(scope) + "." + id;
  }

  /** Empty when the word names nothing that can be stopped. */
  public static Optional<StopTarget> ofWord(String word) {
    if (word.equals(name(StopScope.NODE))) {
      return Optional.of(node());
    }
    for (StopScope scope : List.of(StopScope.CASE, StopScope.ALERT)) {
      String start = name(scope) + ".";
      if (word.startsWith(start) && isId(word.substring(start.length()))) {
        return Optional.of(new StopTarget(scope, word.substring(start.length())));
      }
    }
    return Optional.empty();
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String name(StopScope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
