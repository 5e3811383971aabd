package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

/** A registry file was refused; the one in use stays in use. */
public final class RegistryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RegistryRefused(Reason reason) {
    super("registry refused: " + reason);
    this.reason = requireNonNull(reason);
  }

  public Reason reason() {
    return reason;
  }

  /** The error of the file. */
  public enum Reason {
    /** Not in the form of a signed registry. */
    NOT_SIGNED,
    /** Signed by another key than the one this node trusts, or changed since. */
    WRONG_SIGNER,
    /** Signed, and not a registry as the schema has it. */
    UNREADABLE,
    /** Older than one this node has seen. */
    ROLLBACK
  }
}
