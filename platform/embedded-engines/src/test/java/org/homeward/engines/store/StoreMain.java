package org.homeward.engines.store;

import java.io.IOException;
import java.nio.file.Path;

/** A store in a process that tests may kill: directory, port, fsync. */
final class StoreMain {
  private StoreMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    var settings =
        EmbeddedStore.Settings.of(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
            .withFsync(Boolean.parseBoolean(arguments[2]))
            .withRewriteAbove(200_000);
    try {
      System.out.println("READY " + EmbeddedStore.open(settings).connectionString());
    } catch (IOException e) {
      System.out.println("REFUSED " + e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }
}
