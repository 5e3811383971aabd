package org.homeward.console.tips;

import java.util.Map;

/**
 * A form for a tip as it was typed.
 *
 * @param wrong in words, by field
 */
record TypedTip(Map<String, String> typed, Map<String, String> wrong) {

  static final TypedTip EMPTY = new TypedTip(Map.of(), Map.of());

  TypedTip {
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  boolean has(String field, String value) {
    return typed(field).equals(value);
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "TypedTip[redacted]";
  }
}
