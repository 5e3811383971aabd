package org.homeward.bridge.partners;

import java.util.Map;
import java.util.Optional;

/** The registry files that this node took, as they were signed; kept in its store. */
interface KeptRegistries {

  /** The highest version that was ever taken; 0 when none was. */
  long highest();

  /** The file of that version. */
  Optional<byte[]> newest();

  /** Never goes down. */
  void take(long version, byte[] file);

  /** By partner that newer files leave out: the last file in which it stands. */
  Map<String, byte[]> leftOut();

  void leaveOut(String partner, byte[] file);
}
