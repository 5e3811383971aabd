package org.homeward.schema.vocabulary;

import java.util.Locale;

/** Whether a speaker of the language has approved a word. */
public enum Approval {
  /** Staff may see it; it goes out to nobody else. */
  DRAFT,
  APPROVED;

  /** The folder of its words. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
