package org.homeward.console.pages;

/** A page asks for a word that no file has: a bug. */
final class MissingWord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingWord(Language language, String key) {
    super(language.tag() + " has no word for " + key);
  }
}
