package org.homeward.testkit;

import java.io.IOException;
import java.util.Arrays;

/** Runs a main class and ends this JVM when the one that started it is gone. */
final class OrphanGuard {
  private OrphanGuard() {}

  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().name("orphan guard").start(OrphanGuard::haltWithParent);
    var main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void haltWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; the end of the stream is the parent's end.
      }
    } catch (IOException torn) {
      // The same.
    }
    Runtime.getRuntime().halt(143);
  }
}
