package org.homeward.intake.imports.rows;

/** The whole file cannot be read; nothing of it is kept. */
public final class FileRefused extends RuntimeException {

  private final String rule;

  FileRefused(String rule) {
    super(rule);
    this.rule = rule;
  }

  /** A stable code such as {@code not-pfif}. */
  public String rule() {
    return rule;
  }
}
