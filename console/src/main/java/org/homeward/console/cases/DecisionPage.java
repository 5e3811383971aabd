package org.homeward.console.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.pages.Words;

/**
 * The page of one decision, with its effect above the button.
 *
 * @param what the end of the keys of its words
 * @param child whom it is about, in words; empty for the whole case
 * @param said what others have said about the same, in words
 * @param fields what the person says with it
 * @param hidden fields that go back as they are
 * @param action where its form goes
 * @param key makes a repeated form of this page one command
 * @param effect in words
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record DecisionPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String what,
    String child,
    List<String> said,
    List<Field> fields,
    Map<String, String> hidden,
    String action,
    String key,
    String effect,
    Map<String, String> typed,
    Map<String, String> wrong) {

  DecisionPage {
    said = List.copyOf(said);
    fields = List.copyOf(fields);
    hidden = Map.copyOf(hidden);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One thing to say.
   *
   * @param list of the codes to choose from; empty for text
   */
  record Field(String name, String list, List<String> codes) {

    /** Those in which people write sentences. */
    private static final Set<String> LONG = Set.of("reason", "orders", "note");

    Field {
      codes = List.copyOf(codes);
    }

    boolean isLong() {
      return LONG.contains(name);
    }
  }

  /** The key of a field's label: of this decision, or what all call it. */
  String label(Field field, Words words) {
    String own = "decision." + what + "." + field.name();
    return words.has(own) ? own : "decision.field." + field.name();
  }

  /** The alert to which it leads back; empty when it leads to the case. */
  String alert() {
    return hidden.getOrDefault("alert", "");
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "DecisionPage[" + caseId + "]";
  }
}
