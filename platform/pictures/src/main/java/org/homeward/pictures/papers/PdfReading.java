package org.homeward.pictures.papers;

import java.util.Set;

/** The outcome of searching a PDF. */
public sealed interface PdfReading {

  /** Nothing in it acts by itself, as far as it could be searched. */
  record Sound(Set<PdfSign> signs) implements PdfReading {
    public Sound {
      signs = Set.copyOf(signs);
    }
  }

  /** Sent again it is refused again. */
  record Refused(PdfRefusal rule) implements PdfReading {}
}
