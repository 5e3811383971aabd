package org.homeward.intake.carefiles;

/** What stands beside a care file and goes with it; a room that keeps some declares a bean. */
public interface ErasedBesideFile {

  /** Nothing is left of the file; erases what stood beside it. Safe to repeat. */
  void fileErased(String file);
}
