package org.homeward.local.node;

import java.net.URI;

/** The check that tells whether a process is healthy. */
public sealed interface Health {

  /** The same check at another port. */
  Health at(int port);

  /** The process answers 200 at this address. */
  record Answers(URI address) implements Health {
    @Override
    public Health at(int port) {
      return new Answers(URI.create("http://127.0.0.1:" + port + address.getPath()));
    }
  }

  /**
   * The process has printed a line with this beginning since its start, and its ports accept
   * connections.
   */
  record Says(String word) implements Health {
    @Override
    public Health at(int port) {
      return this;
    }
  }
}
