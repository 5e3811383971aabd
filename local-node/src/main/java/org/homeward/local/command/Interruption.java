package org.homeward.local.command;

/** Runs an action when Ctrl-C comes before this is closed. */
public final class Interruption implements AutoCloseable {
  private final Thread hook;

  public Interruption(Runnable undo) {
    hook = new Thread(undo);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException interruptedNow) {
      // The hook runs already.
    }
  }
}
