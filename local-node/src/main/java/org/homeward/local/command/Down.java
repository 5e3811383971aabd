package org.homeward.local.command;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.Processes.End;

/** Stops nodes; their state stays. */
final class Down {
  private final PrintStream out;

  Down(PrintStream out) {
    this.out = out;
  }

  int run(List<Node> nodes) throws Exception {
    try (var _ = Neighbours.reserve(nodes)) {
      var ends = nodes.stream().map(node -> CompletableFuture.supplyAsync(node::down)).toList();
      for (int i = 0; i < nodes.size(); i++) {
        tell(nodes.get(i).plan().name(), ends.get(i).join());
      }
      return 0;
    }
  }

  private void tell(String node, List<Node.Ended> ends) {
    boolean any = false;
    for (Node.Ended ended : ends) {
      any |= ended.end() != End.WAS_NOT_RUNNING;
      switch (ended.end()) {
        case BY_ITSELF -> out.println("  " + node + " " + ended.plan().name() + " has ended");
        case KILLED ->
            out.println("  " + node + " " + ended.plan().name() + " did not end in time: killed");
        case WAS_NOT_RUNNING -> {}
      }
    }
    out.println(
        any
            ? "Node " + node + " is down; its state is kept."
            : "Nothing of node " + node + " ran.");
  }
}
