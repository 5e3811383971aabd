package org.homeward.console.intake;

import java.util.List;

/**
 * One question of the form.
 *
 * @param name of its field in the form, and the end of the keys of its words
 * @param pointer of its answer in the request's body
 * @param kind how it is asked and written
 * @param codes what can be chosen; empty for other kinds
 * @param list the list of these codes in the words
 */
record Question(String name, String pointer, Kind kind, List<String> codes, String list) {

  /** How a question is asked. */
  enum Kind {
    LINE,
    TEXT,
    PHONE,
    NAME,
    COUNTRY,
    NUMBER,
    RANGE,
    LOCAL_TIME,
    YES_NO,
    ONE_OF,
    SOME_OF
  }

  Question {
    codes = List.copyOf(codes);
  }

  static Question of(String name, Kind kind) {
    return of(name, "", kind);
  }

  static Question of(String name, String pointer, Kind kind) {
    return new Question(name, pointer, kind, List.of(), "");
  }

  static Question oneOf(String name, String pointer, String list, String... codes) {
    return new Question(name, pointer, Kind.ONE_OF, List.of(codes), list);
  }

  static Question someOf(String name, String pointer, String list, String... codes) {
    return new Question(name, pointer, Kind.SOME_OF, List.of(codes), list);
  }

  /** The same question in a larger object of the request. */
  Question below(String place) {
    return new Question(name, place + pointer, kind, codes, list);
  }

  /** Whether this says, beside yes and no, that it is not known or not told. */
  boolean isUnanswered(String given) {
    return kind == Kind.YES_NO && !given.equals("YES") && !given.equals("NO");
  }

  /** Whether an error at this place of the request is about this question. */
  boolean isAt(String place) {
    return place.equals(pointer) || place.startsWith(pointer + "/");
  }
}
