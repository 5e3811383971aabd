package org.homeward.console.ending;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.schema.people.HowFound;

/**
 * The form of one step.
 *
 * @param code what people call the case on the telephone
 * @param who its children, in words
 * @param about the child or the claimant that it is about, in words; empty for the whole case
 * @param notes what a person must know before she decides, in words
 * @param step its name in addresses and in the keys of words
 * @param hidden what is sent along
 * @param children those of whom it is asked how they were found; empty elsewhere
 * @param wrong what is wrong, by field, in words; the empty name is for all of it
 */
record StepPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    String about,
    List<String> notes,
    String step,
    List<Field> fields,
    Map<String, String> hidden,
    List<Child> children,
    String key,
    Map<String, String> typed,
    Map<String, String> wrong) {

  StepPage {
    notes = List.copyOf(notes);
    fields = List.copyOf(fields);
    hidden = Map.copyOf(hidden);
    children = List.copyOf(children);
    typed = Map.copyOf(typed);
    wrong = Map.copyOf(wrong);
  }

  /** The ways in which a child can have been found. */
  static final List<String> HOW_FOUND =
      Stream.of(HowFound.values())
          .filter(how -> how != HowFound.OTHER)
          .map(HowFound::name)
          .toList();

  /** The kind of an answer. */
  enum Kind {
    CHOICE,
    CHECK,
    TIME,
    LINE,
    LONG,
    /** Of a child, at length. */
    ANSWER,
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

    boolean isCheck() {
      return kind == Kind.CHECK;
    }

    boolean isTime() {
      return kind == Kind.TIME;
    }

    boolean isLong() {
      return kind == Kind.LONG || kind == Kind.ANSWER;
    }

    boolean isPerson() {
      return kind == Kind.PERSON;
    }

    int mostCharacters() {
      return kind == Kind.ANSWER ? 2_000 : 500;
    }
  }

  /**
   * A child that was found.
   *
   * @param who in words
   */
  record Child(String id, String who) {}

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
