package org.homeward.schema.snapshots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry that one person has made in a register; it holds nothing until another confirms it. */
public sealed interface RegisterEntry extends Snapshot permits AuthoritySnapshot, DeskSnapshot {

  String name();

  /** A second person has said that it is what its name says. */
  boolean confirmed();

  @Nullable Instant expires();

  @Nullable Instant revoked();

  /** Whether it holds. */
  default boolean holds(Instant now) {
    Instant expires = expires();
    return confirmed() && revoked() == null && (expires == null || now.isBefore(expires));
  }
}
