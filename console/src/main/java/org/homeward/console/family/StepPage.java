package org.homeward.console.family;

import java.util.List;
import java.util.Map;

/**
 * The form of one step.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 * @param about whom it is about, in words; empty for somebody who is not written down yet
 * @param mustNotLearn what this person must not learn, in words; empty where nothing is written
 * @param number to call; empty where nobody is called
 * @param step its name in addresses and in the keys of words
 * @param hidden what is sent along
 * @param options by field, in words: what can be chosen that is no code
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record StepPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String about,
    String mustNotLearn,
    String number,
    String step,
    List<Field> fields,
    Map<String, String> hidden,
    Map<String, List<Option>> options,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  static final String DUE = "due";
  static final String OWNER = "owner";

  StepPage {
    fields = List.copyOf(fields);
    hidden = Map.copyOf(hidden);
    options = Map.copyOf(options);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** The kind of an answer. */
  enum Kind {
    CHOICE,
    /** A sentence of the list. */
    SENTENCE,
    /** A call to the hotline. */
    REPORT,
    TIME,
    LINE,
    PHONE,
    LONG,
    /** A colleague. */
    PERSON
  }

  /**
   * One thing to say.
   *
   * @param list of the codes to choose from; empty for anything else
   */
  record Field(String name, Kind kind, String list, List<String> codes) {

    Field {
      codes = List.copyOf(codes);
    }

    boolean isChoice() {
      return kind == Kind.CHOICE;
    }

    boolean isListed() {
      return kind == Kind.SENTENCE || kind == Kind.REPORT;
    }

    boolean isTime() {
      return kind == Kind.TIME;
    }

    boolean isPhone() {
      return kind == Kind.PHONE;
    }

    boolean isLong() {
      return kind == Kind.LONG;
    }

    boolean isPerson() {
      return kind == Kind.PERSON;
    }

    String inputType() {
      return isTime() ? "datetime-local" : isPhone() ? "tel" : "text";
    }
  }

  /**
   * One of what can be chosen.
   *
   * @param text in words
   */
  record Option(String code, String text) {}

  List<Option> options(String field) {
    return options.getOrDefault(field, List.of());
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  String wrong(String field) {
    return wrong.getOrDefault(field, "");
  }

  boolean hasField(String name) {
    return fields.stream().anyMatch(each -> each.name().equals(name));
  }

  @Override
  public String toString() {
    return "StepPage[" + caseId + "]";
  }
}
