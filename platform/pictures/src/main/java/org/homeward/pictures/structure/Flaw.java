package org.homeward.pictures.structure;

import org.homeward.pictures.Refusal;

/** Ends a walk. */
final class Flaw extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal rule;

  Flaw(Refusal rule) {
    super(rule.name(), null, false, false);
    this.rule = rule;
  }

  Refusal rule() {
    return rule;
  }

  static void unless(boolean right, Refusal rule) throws Flaw {
    if (!right) {
      throw new Flaw(rule);
    }
  }
}
