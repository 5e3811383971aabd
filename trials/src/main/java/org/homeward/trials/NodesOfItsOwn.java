package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Path;
import org.homeward.local.command.Interruption;
import org.homeward.local.node.Neighbours;

/**
 * The nodes of a command that proves something: deleted when every promise was kept, otherwise left
 * for inspection.
 */
final class NodesOfItsOwn {

  /** Says whether all was kept. */
  interface Proof {
    boolean isKept() throws Exception;
  }

  private NodesOfItsOwn() {}

  /**
   * Returns the exit status.
   *
   * @param state where these nodes lie
   * @param proof starts them
   */
  static int prove(Neighbours nodes, Path state, PrintStream out, Proof proof) throws Exception {
    nodes.erase(); // what a run left that was itself killed
    boolean kept = false;
    try (var _ = new Interruption(nodes::down)) {
      kept = proof.isKept();
    } finally {
      nodes.down();
    }
    if (kept) {
      nodes.erase();
      return 0;
    }
    out.println("Logs and data are left in " + state);
    return 1;
  }
}
