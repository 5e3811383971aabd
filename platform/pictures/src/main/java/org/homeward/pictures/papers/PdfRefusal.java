package org.homeward.pictures.papers;

import java.util.Locale;

/** Why a PDF is refused. */
public enum PdfRefusal {
  TOO_LARGE,
  NOT_A_PDF,
  TRUNCATED,
  /** It runs scripts or programs, or carries other files. */
  ACTIVE_CONTENT;

  /** The name of the rule for programs, as {@code active-content}. */
  public String rule() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
