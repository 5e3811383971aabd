package org.homeward.local.mail;

import java.util.Locale;

/** The behaviour of a recipient's mail server. The address selects it, so that tests can choose. */
enum Behaviour {
  TAKES(""),
  /** Answers RCPT with 550. */
  REFUSES("refuse-"),
  /** Answers RCPT with 451. */
  LATER("later-"),
  /** Takes the mail and never answers. */
  HANGS("hang-"),
  /** Takes the mail and closes without an answer. */
  DROPS("drop-");

  private final String prefix;

  Behaviour(String prefix) {
    this.prefix = prefix;
  }

  static Behaviour of(String address) {
    for (Behaviour behaviour : values()) {
      if (behaviour != TAKES && address.toLowerCase(Locale.ROOT).startsWith(behaviour.prefix)) {
        return behaviour;
      }
    }
    return TAKES;
  }
}
