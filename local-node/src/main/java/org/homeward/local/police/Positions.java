package org.homeward.local.police;

import java.io.IOException;

/** Where a reader keeps how far it has come. */
interface Positions {

  /** Returns when it can be read again after a crash. */
  void keep(Position position) throws IOException;
}
