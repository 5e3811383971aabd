package org.homeward.durable.publication;

/** The broker did not take a record in time; what is pending stays pending. */
public final class PublicationFailure extends RuntimeException {
  PublicationFailure(Throwable cause) {
    super("the broker did not acknowledge", cause);
  }
}
