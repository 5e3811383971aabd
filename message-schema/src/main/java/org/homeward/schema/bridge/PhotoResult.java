package org.homeward.schema.bridge;

/** The owner's answer to a holder that asks for a photo. */
public enum PhotoResult {
  /** The holder may have it; the bytes are with the answer unless the holder has them. */
  HERE,
  /** The holder may not have it any more, and erases what it has. */
  GONE,
  /** Nothing of it is handed out or shown for now. */
  NOT_NOW
}
