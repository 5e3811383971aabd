package org.homeward.schema.facts;

/** What a written name is to its bearer. */
public enum NameKind {
  NATIVE,
  TRANSLITERATION,
  ALIAS,
  BIRTH,
  OTHER
}
