package org.homeward.console.steps;

import java.util.List;

/**
 * One thing to say in a step.
 *
 * @param list of the codes to choose from; empty for anything else
 * @param label in words; empty where the step's words have it
 */
public record StepField(String name, Kind kind, String list, List<String> codes, String label) {

  private static final int MOST_CHARACTERS = 500;
  private static final int MOST_OF_A_CHILD = 2_000;

  public StepField {
    codes = List.copyOf(codes);
  }

  /** The kind of an answer. */
  public enum Kind {
    /** One of its codes. */
    CHOICE,
    /** One of those that the page lists. */
    LISTED,
    /** A colleague. */
    PERSON,
    CHECK,
    TIME,
    LINE,
    PHONE,
    LONG,
    /** Of a child, at length. */
    ANSWER
  }

  public static StepField of(String name, Kind kind) {
    return new StepField(name, kind, "", List.of(), "");
  }

  public static StepField choice(String name, String list, List<String> codes) {
    return new StepField(name, Kind.CHOICE, list, codes, "");
  }

  /** With a label of its own. */
  public StepField asking(String inWords) {
    return new StepField(name, kind, list, codes, inWords);
  }

  boolean isChosen() {
    return kind == Kind.CHOICE || kind == Kind.LISTED || kind == Kind.PERSON;
  }

  boolean isPerson() {
    return kind == Kind.PERSON;
  }

  boolean isCheck() {
    return kind == Kind.CHECK;
  }

  boolean isTime() {
    return kind == Kind.TIME;
  }

  boolean isPhone() {
    return kind == Kind.PHONE;
  }

  boolean isLong() {
    return kind == Kind.LONG || kind == Kind.ANSWER;
  }

  String inputType() {
    return isTime() ? "datetime-local" : isPhone() ? "tel" : "text";
  }

  int mostCharacters() {
    return kind == Kind.ANSWER ? MOST_OF_A_CHILD : MOST_CHARACTERS;
  }
}
