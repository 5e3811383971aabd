package org.homeward.console.work;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of the three forms on a case's work page. They are one form with a button each, so that a
 * press keeps what is typed in the others.
 */
enum WorkForm {
  NOTE("/notes", "noted", List.of("text"), List.of()),
  CALL("/call-backs", "set", List.of("whom", "number", "mustNotLearn"), List.of("in", "at")),
  ACTION("/actions", "set", List.of("what"), List.of("in", "at"));

  private final String path;
  private final String done;
  private final List<String> texts;
  private final List<String> times;

  WorkForm(String path, String done, List<String> texts, List<String> times) {
    this.path = path;
    this.done = done;
    this.texts = texts;
    this.times = times;
  }

  /** Below the address of the case. */
  String path() {
    return path;
  }

  /** The message of its page afterwards. */
  String done() {
    return done;
  }

  /** The beginning of the names of its own fields. */
  String place() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of its Idempotency-Key: it keeps its own while others are pressed. */
  String keyField() {
    return place() + "-key";
  }

  /** The field of a time. */
  String time(String field) {
    return place() + "-" + field;
  }

  /** The page's fields without the key of this one, which gets another. */
  Map<String, String> renewed(Map<String, String> form) {
    Map<String, String> left = new HashMap<>(form);
    left.remove(keyField());
    return left;
  }

  /** The page's fields with a key for the next press of this one. */
  Map<String, String> keyed(Map<String, String> form, String key) {
    Map<String, String> next = new HashMap<>(form);
    next.put(keyField(), key);
    return next;
  }

  /** The page's fields without those of this one. */
  Map<String, String> taken(Map<String, String> form) {
    Map<String, String> left = renewed(form);
    texts.forEach(left::remove);
    times.forEach(field -> left.remove(time(field)));
    return left;
  }

  /** Whether something is typed in any of them. */
  static boolean isTyped(Map<String, String> form) {
    return Stream.of(values())
        .flatMap(each -> each.texts.stream())
        .anyMatch(field -> !form.getOrDefault(field, "").isBlank());
  }
}
