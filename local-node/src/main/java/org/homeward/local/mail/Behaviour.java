package org.homeward.local.mail;

import java.util.Locale;

/** How a recipient's mail server behaves; the address says it, so that tests can choose. */
enum Behaviour {
  TAKES(""),
  /** 550 at RCPT. */
  REFUSES("refuse-"),
  /** 451 at RCPT. */
  LATER("later-"),
  /** Takes the mail and never says so. */
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
