package org.homeward.frame.evidence;

import java.io.IOException;

/** Where checkpoints are kept: outside the node. */
@FunctionalInterface
interface CheckpointPlace {

  /** Fails when it is known to be away, so that nothing is checked in vain. */
  default void reach() throws IOException {}

  /** Returns once it is kept. */
  void keep(String name, byte[] checkpoint) throws IOException;
}
