package org.homeward.local.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.homeward.local.backup.NodeCopy;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Node;
import org.homeward.local.node.ProcessPlan;

/** Replaces a node's data by a copy; the node must be down. */
final class Restore {
  private final PrintStream out;
  private final Clock clock;

  Restore(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(List<Node> nodes, List<String> arguments) throws Exception {
    if (nodes.size() != 1 || arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
      throw new WrongUse("restore takes rs or gr, and the directory of a backup");
    }
    Node node = nodes.getFirst();
    String name = node.plan().name();
    try (var _ = Neighbours.reserve(nodes)) {
      List<String> running =
          node.plan().processes().stream()
              .filter(process -> node.processes().find(process).isPresent())
              .map(ProcessPlan::name)
              .toList();
      if (!running.isEmpty()) {
        out.printf(
            "Node %s: NOT RESTORED, %s of it runs. First: ./homeward down %s%n",
            name, String.join(", ", running), name);
        return 1;
      }
      return restore(node, Path.of(arguments.getFirst()).toAbsolutePath());
    }
  }

  private int restore(Node node, Path directory) throws Exception {
    String name = node.plan().name();
    var named = new NodeCopy(node.plan(), directory.resolve(name));
    var copy = named.isThere() ? named : new NodeCopy(node.plan(), directory);
    if (!copy.isThere()) {
      out.printf("Node %s: NOT RESTORED, there is no copy of it in %s%n", name, directory);
      return 1;
    }
    NodeCopy.Restored done = copy.restore(clock.instant());
    out.printf("Node %s: restored, as incarnation %d.%n", name, done.incarnation());
    if (!done.filesTaken().isEmpty()) {
      out.println("  Taken from the copy: " + String.join(", ", done.filesTaken()));
    }
    if (!done.before().isEmpty()) {
      out.println("  What was there before: " + done.before() + " (delete it when all is well)");
    }
    out.printf(
        "  Start it with ./homeward up %s. It opens quarantined: stops, ends and erasures are done"
            + " again, nothing goes to volunteers or partners until two people have opened it"
            + " (docs/operations.md, 'A node says it was restored').%n",
        name);
    return 0;
  }
}
