package org.homeward.local.node;

/** The reason why a node does not run, and what to do about it, for the person at the terminal. */
public final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NodeFailure(String whatAndWhatToDo) {
    super(whatAndWhatToDo);
  }
}
