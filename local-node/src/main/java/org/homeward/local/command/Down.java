package org.homeward.local.command;

import java.io.PrintStream;
import org.homeward.local.node.Node;
import org.homeward.local.node.Processes.End;

/** Ends the node; its state stays. */
final class Down {
  private final PrintStream out;

  Down(PrintStream out) {
    this.out = out;
  }

  int run(Node node) throws Exception {
    try (var _ = node.reserve()) {
      boolean any = false;
      for (Node.Ended ended : node.down()) {
        any |= ended.end() != End.WAS_NOT_RUNNING;
        switch (ended.end()) {
          case BY_ITSELF -> out.println("  " + ended.plan().name() + " has ended");
          case KILLED ->
              out.println("  " + ended.plan().name() + " did not end in time and was killed");
          case WAS_NOT_RUNNING -> {}
        }
      }
      out.println(
          any ? "Node " + node.plan().name() + " is down; its state is kept." : "Nothing ran.");
      return 0;
    }
  }
}
