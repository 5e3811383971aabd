package org.homeward.console.intake;

import java.util.List;
import java.util.stream.Stream;

/**
 * One question of the form.
 *
 * @param name of its field in the form
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
    /** Of a day, on the hotline's clocks. */
    HOUR,
    YES_NO,
    ONE_OF,
    SOME_OF,
    /** Several countries in one field, between commas. */
    COUNTRIES,
    /** Several languages in one field, between commas. */
    LANGUAGES,
    /** Several numbers in one field, between commas. */
    PHONES
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

  static Question oneOf(String name, String pointer, String list, Enum<?>[] codes) {
    return oneOf(name, pointer, list, Stream.of(codes).map(Enum::name).toArray(String[]::new));
  }

  static Question someOf(String name, String pointer, String list, String... codes) {
    return new Question(name, pointer, Kind.SOME_OF, List.of(codes), list);
  }

  /** The same question in a larger object of the request. */
  Question below(String place) {
    return new Question(name, place + pointer, kind, codes, list);
  }

  /** The same question about an item of a list, of which this one asks about the first. */
  Question ofItem(int item) {
    return item == 0
        ? this
        : new Question(
            name + "-" + (item + 1),
            pointer.replaceFirst("^(.*)/0(/.*)?$", "$1/" + item + "$2"),
            kind,
            codes,
            list);
  }

  /** The end of the keys of its words, which all items of a list share. */
  String word() {
    return name.replaceFirst("-[0-9]+$", "");
  }

  /** Which item it asks about, as people count; empty for the first. */
  String number() {
    return name.substring(word().length()).replace("-", "");
  }

  /** Those that this release does not know: a form that left them out would take them away. */
  List<String> unlisted(List<String> given) {
    return given.stream().filter(code -> !codes.contains(code)).toList();
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
