package org.homeward.face.access;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Everybody knows the demo people and keys, so a service with them listens on loopback only. */
final class DemoBind {

  private DemoBind() {}

  /**
   * Refuses to go on when demo logins would be reachable from elsewhere.
   *
   * @param demo {@code homeward.demo}
   * @param bind the address that is listened on; null or a wildcard is every address
   */
  static void check(boolean demo, @Nullable InetAddress bind) {
    if (demo && (bind == null || !bind.isLoopbackAddress())) {
      throw new DemoBindRefused();
    }
  }
}
