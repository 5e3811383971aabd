package org.homeward.console.handovers;

import java.util.List;

/**
 * One question of a move.
 *
 * @param name as the API has it
 * @param list of the codes; empty for a reference, which is typed
 */
record MoveField(String name, Kind kind, String list, List<String> codes) {

  static final List<String> ANSWERS =
      List.of(
          "NO_CAPACITY",
          "NOT_OUR_TASK",
          "NO_LINK_TO_COUNTRY",
          "CONFLICT_OF_INTEREST",
          "POLICE_MUST_ASK",
          "OTHER");
  static final List<String> ASKS =
      List.of("POLICE_CONTACT", "FAMILY_LIAISON", "TRANSLATION", "ALERT_REQUEST", "TIP_LINE");

  /** How it is answered. */
  enum Kind {
    ONE_OF,
    SOME_OF,
    REFERENCE
  }

  MoveField {
    codes = List.copyOf(codes);
  }

  static MoveField oneOf(String name, String list, List<String> codes) {
    return new MoveField(name, Kind.ONE_OF, list, codes);
  }

  static MoveField someOf(String name, String list, List<String> codes) {
    return new MoveField(name, Kind.SOME_OF, list, codes);
  }

  static MoveField reference(String name) {
    return new MoveField(name, Kind.REFERENCE, "", List.of());
  }
}
