package org.homeward.schema.bridge;

import static java.util.Objects.requireNonNull;

/** The request is not a message of a partner; the exception says why and repeats nothing of it. */
public final class Unopened extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TransportRefusal why;

  public Unopened(TransportRefusal why) {
    super("not opened: " + why.word());
    this.why = requireNonNull(why);
  }

  public TransportRefusal why() {
    return why;
  }
}
