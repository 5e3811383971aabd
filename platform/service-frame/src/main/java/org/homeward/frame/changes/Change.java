package org.homeward.frame.changes;

/**
 * A document has changed; its content is read from its own address.
 *
 * @param type of what changed, as {@code case}
 * @param version that it has since then
 */
record Change(String type, String id, long version) {

  /** The subject that changed, whichever its version. */
  record Subject(String type, String id) {}

  Subject subject() {
    return new Subject(type, id);
  }
}
