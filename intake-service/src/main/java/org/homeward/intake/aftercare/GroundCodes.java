package org.homeward.intake.aftercare;

import java.util.UUID;
import org.homeward.durable.command.DerivedIds;

/**
 * Names a ground for one person, who sends the name back with her decision. Two names of one ground
 * differ, so that nobody learns from two looks whether something changed that is kept from her.
 *
 * @param person opaque id of whoever reads and decides
 */
record GroundCodes(DerivedIds ids, String person) {

  private static final int NONCE = 8;

  /** A new name at every call. */
  String of(Ground ground) {
    return of(ground, UUID.randomUUID().toString().substring(0, NONCE));
  }

  /** Whether this names the ground, for the same person. */
  boolean isOf(Ground ground, String read) {
    return read.length() > NONCE && of(ground, read.substring(0, NONCE)).equals(read);
  }

  private String of(Ground ground, String nonce) {
    return nonce + "." + ids.of("ground", nonce + "|" + person + "|" + ground.text(), 0);
  }
}
