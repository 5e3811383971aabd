package org.homeward.intake.finding;

/** The sort of word by which a case is found. */
enum By {
  /** The code by which people name the case on the telephone, or its whole id. */
  CODE,
  /** A telephone number that a report states. */
  NUMBER,
  /** Under which the police have it. */
  REFERENCE,
  /** A child's whole name. */
  NAME;

  /** As the index keeps it: no two sorts share a key. */
  String key(String word) {
    return name() + ":" + word;
  }

  static By ofKey(String key) {
    for (By by : values()) {
      if (key.startsWith(by.key(""))) {
        return by;
      }
    }
    throw new IllegalArgumentException("no key of the index");
  }
}
