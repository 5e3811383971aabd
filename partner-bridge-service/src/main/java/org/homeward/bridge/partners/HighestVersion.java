package org.homeward.bridge.partners;

/** The highest version of the registry that this node ever took; kept in its store. */
public interface HighestVersion {

  /** 0 when none was taken. */
  long seen();

  /** Never goes down. */
  void raise(long version);
}
