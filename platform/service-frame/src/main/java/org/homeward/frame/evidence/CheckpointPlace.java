package org.homeward.frame.evidence;

import java.io.IOException;

/** Where checkpoints are kept: outside the node. */
@FunctionalInterface
interface CheckpointPlace {

  /** Returns once it is kept. */
  void keep(String name, byte[] checkpoint) throws IOException;
}
