package org.homeward.bridge.messages;

import org.homeward.face.problem.ProblemType;
import org.homeward.schema.bridge.TransportRefusal;

/** A request that is no message of a partner; it says which check failed and nothing more. */
record TransportProblem(TransportRefusal why) implements ProblemType {

  @Override
  public Wording wording() {
    return new Wording(
        why.status(),
        "This node does not take this as a message of a partner",
        "It was not applied. Correct what the type names, and send the message again.");
  }

  @Override
  public String name() {
    return why.name();
  }
}
