package org.homeward.durable.publication;

/** The broker did not accept a record in time; the changes stay pending. */
final class PublicationFailure extends RuntimeException {
  PublicationFailure(Throwable cause) {
    super("the broker did not acknowledge", cause);
  }
}
