package org.homeward.intake.photos.bytes;

/** A room that keeps bytes where those of photos lie. */
@FunctionalInterface
public interface NamesBytes {

  /** Whether a document of the room says that bytes under this name are to be kept. */
  boolean names(String kept);
}
