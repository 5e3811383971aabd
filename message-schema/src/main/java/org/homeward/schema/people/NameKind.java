package org.homeward.schema.people;

/** The kind of a written name. */
public enum NameKind {
  NATIVE,
  TRANSLITERATION,
  ALIAS,
  BIRTH,
  OTHER
}
