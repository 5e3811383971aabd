package org.homeward.engines.engine;

/** A broker or a store that runs inside this JVM and keeps its state in one directory. */
public interface Engine extends AutoCloseable {
  /** Asks the engine itself; answers within a few seconds, whatever state it is in. */
  Health health();

  /** Ends within the time its settings give; gives up after that, says so in the log, returns. */
  @Override
  void close();
}
