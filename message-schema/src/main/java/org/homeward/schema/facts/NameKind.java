package org.homeward.schema.facts;

/** The kind of a written name. */
public enum NameKind {
  NATIVE,
  TRANSLITERATION,
  ALIAS,
  BIRTH,
  OTHER
}
