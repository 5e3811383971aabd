package org.homeward.console.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The content of the form's fields. */
final class Typed {

  static final Typed NOTHING = new Typed(Map.of());

  private final Map<String, List<String>> fields;

  Typed(Map<String, List<String>> fields) {
    this.fields = Map.copyOf(fields);
  }

  /** As it was typed. */
  String raw(String field) {
    List<String> values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Without space around it. */
  String of(String field) {
    return raw(field).strip();
  }

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of()).stream()
        .filter(value -> !value.isBlank())
        .toList();
  }

  /** The same, however the browser ends lines. */
  List<String> said(String field) {
    return all(field).stream().map(value -> value.replace("\r\n", "\n").strip()).toList();
  }

  /** The same with another value of one field. */
  Typed with(String field, String value) {
    Map<String, List<String>> other = new HashMap<>(fields);
    other.put(field, List.of(value));
    return new Typed(other);
  }

  boolean has(String field, String value) {
    return fields.getOrDefault(field, List.of()).contains(value);
  }

  @Override
  public String toString() {
    return "Typed[redacted]";
  }
}
