package org.homeward.alert.photos;

/** The answer to a reader of a photo. */
public sealed interface PhotoAnswer {

  record Bytes(byte[] content) implements PhotoAnswer {}

  record Nothing() implements PhotoAnswer {}

  /** Nothing is known: ask again. */
  record Away() implements PhotoAnswer {}
}
