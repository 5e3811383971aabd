package org.homeward.console.steps;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Words;

/**
 * The form of one step, with its effect above the one button.
 *
 * @param back the page from which it came
 * @param action where its form goes
 * @param keys the beginning of the keys of its words: the room, a dot, and the step
 * @param about the person that it is about, in words; empty for the whole case
 * @param notes what a person must know before she decides, in words
 * @param hidden what is sent along
 * @param options by field: what can be chosen that is no code, in words
 * @param effect in words
 * @param grave whether the button warns
 * @param key makes a repeated form of this page one command
 * @param typed what stands in the fields
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
public record StepPage(
    StepCase of,
    String back,
    String action,
    String keys,
    String about,
    List<String> notes,
    List<StepField> fields,
    Map<String, String> hidden,
    Map<String, List<Option>> options,
    String effect,
    boolean grave,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  public StepPage {
    notes = List.copyOf(notes);
    fields = List.copyOf(fields);
    hidden = Map.copyOf(hidden);
    options = Map.copyOf(options);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One of what can be chosen.
   *
   * @param text in words
   */
  public record Option(String code, String text) {}

  List<Option> options(String field) {
    return options.getOrDefault(field, List.of());
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  List<String> names() {
    return fields.stream().map(StepField::name).toList();
  }

  /** The key of a field's label: of this step, or what all steps of its room call it. */
  static String label(String keys, String field, Words words) {
    String own = keys + "." + field;
    return words.has(own) ? own : keys.replaceFirst("\\..*", "") + ".field." + field;
  }

  /** The names of what is wrong as they stand on the page, of all of it first. */
  static List<String> inOrder(Map<String, String> wrong, List<String> fields) {
    Comparator<String> asOnThePage = Comparator.comparingInt(fields::indexOf);
    return wrong.keySet().stream()
        .sorted(asOnThePage.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  @Override
  public String toString() {
    return "StepPage[" + of.id() + "]";
  }
}
