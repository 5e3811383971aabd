package org.homeward.engines.store;

/** What the journal keeps of a document is damaged on the disk, or the disk does not give it. */
final class UnreadableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDocument(String message) {
    super(message);
  }

  UnreadableDocument(Exception cause) {
    super("a document in the journal cannot be read", cause);
  }
}
