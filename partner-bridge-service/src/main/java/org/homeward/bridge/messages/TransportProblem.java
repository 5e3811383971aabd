package org.homeward.bridge.messages;

import org.homeward.face.problem.ProblemType;
import org.homeward.schema.bridge.TransportRefusal;

/** A request that is no message of a partner; it says which check failed and nothing more. */
record TransportProblem(TransportRefusal why) implements ProblemType {

  @Override
  public Wording wording() {
    return new Wording(
        why.status(),
        reason(),
        "The message was not applied. Correct what the title names, and send it again.");
  }

  private String reason() {
    return switch (why) {
      case TOO_LARGE -> "The message is too large";
      case NOT_JOSE -> "The message is not a JOSE object in compact form";
      case WRONG_ALGORITHM -> "The message has another algorithm, type or header than the protocol";
      case KEY_NOT_KNOWN -> "The registry here does not have this key, or it is out of its time";
      case CANNOT_BE_OPENED -> "The message is encrypted for another key, or was changed";
      case BAD_SIGNATURE -> "The signature does not fit the message";
      case UNREADABLE -> "This node cannot read the message";
      case SENDER_NOT_KNOWN -> "The sender is not the node whose key signed";
      case WRONG_RECIPIENT -> "The message is for another node";
      case BODY_MISMATCH -> "The body is not the one whose hash was signed";
      case SKEWED -> "The message took too long, or the clock of one node is wrong";
      case OUT_OF_ORDER -> "A message before this one is missing";
    };
  }

  @Override
  public String name() {
    return why.name();
  }
}
