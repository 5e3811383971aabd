package org.homeward.engines.store;

/** The journal's copy of a document is damaged on the disk, or the disk cannot be read. */
final class UnreadableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDocument(String message) {
    super(message);
  }

  UnreadableDocument(Exception cause) {
    super("a document in the journal cannot be read", cause);
  }
}
