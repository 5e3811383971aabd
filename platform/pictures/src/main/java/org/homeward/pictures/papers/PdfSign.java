package org.homeward.pictures.papers;

/** Something about a PDF that whoever opens it should know before. */
public enum PdfSign {
  /** It goes to a place of its own when it is opened. */
  OPENS_BY_ITSELF,
  /** It has fields, or sends what is typed into it. */
  FORM,
  /** It leads to addresses or other files. */
  LINKS,
  /** Parts of it are encrypted or packed so that nobody could search them. */
  NOT_ALL_CHECKED
}
