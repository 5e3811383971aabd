package org.homeward.engines.engine;

/** A broker or a store that runs inside this JVM and keeps its state in one directory. */
public interface Engine extends AutoCloseable {
  /** Asks the engine itself, and answers within a few seconds in any state. */
  Health health();

  /** Stops within the time of its settings; after that it logs the failure and returns. */
  @Override
  void close();
}
