package org.homeward.local.node;

import java.net.URI;

/** How a process shows that it does its work. */
public sealed interface Health {

  /** The same, asked at another port. */
  Health at(int port);

  /** It answers 200 here. */
  record Answers(URI address) implements Health {
    @Override
    public Health at(int port) {
      return new Answers(URI.create("http://127.0.0.1:" + port + address.getPath()));
    }
  }

  /** It has printed a line that begins so since it was started, and its ports take connections. */
  record Says(String word) implements Health {
    @Override
    public Health at(int port) {
      return this;
    }
  }
}
