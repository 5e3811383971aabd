package org.homeward.alert.registers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A second person has said that an entry is what its name says. */
public record Confirmation(String by, Instant at) {

  public Confirmation {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }
}
