package org.homeward.local.node;

import java.net.URI;

/** How a process shows that it does its work. */
public sealed interface Health {

  /** It answers 200 here. */
  record Answers(URI address) implements Health {}

  /** It has printed a line that begins so since it was started, and its ports take connections. */
  record Says(String word) implements Health {}
}
