package org.homeward.console.facts;

/**
 * One fact in words.
 *
 * @param field as the schema names it, {@code lastSeen}
 * @param label what is stated
 * @param value what is stated about it; lines are apart
 * @param answered whether there is only an answer: asked, and not known or not told
 */
public record Fact(String field, String label, String value, boolean answered) {

  @Override
  public String toString() {
    return "Fact[" + field + "]";
  }
}
