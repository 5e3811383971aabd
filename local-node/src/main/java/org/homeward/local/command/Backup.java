package org.homeward.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.homeward.local.backup.NodeCopy;
import org.homeward.local.node.Node;

/** Copies nodes while they run. */
final class Backup {
  private final PrintStream out;
  private final Clock clock;

  Backup(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(List<Node> nodes, List<String> arguments) {
    if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
      throw new WrongUse("backup takes rs or gr (nothing for both), and a directory");
    }
    int failed = 0;
    for (Node node : nodes) {
      failed += copy(node, Path.of(arguments.getFirst()).toAbsolutePath()) ? 0 : 1;
    }
    return failed == 0 ? 0 : 1;
  }

  private boolean copy(Node node, Path directory) {
    String name = node.plan().name();
    Path target = directory.resolve(name);
    var copy = new NodeCopy(node.plan(), target);
    if (Files.exists(target)) {
      out.printf("Node %s: NOT COPIED, %s is there already; name a new directory.%n", name, target);
      return false;
    }
    if (!copy.nodeHasData()) {
      out.printf("Node %s: NOT COPIED, it was never started here.%n", name);
      return false;
    }
    try {
      NodeCopy.Made made = copy.make();
      copy.describe(clock.instant());
      out.printf(
          "Node %s: copied to %s, %d bytes of the store, as it was at one moment, and %s.%n",
          name, target, made.journalBytes(), String.join(", ", made.files()));
      out.println(
          "  It holds personal data and private keys (mode 0600): keep it closed. Not in it: the"
              + " broker's records, the issuer's signing key, logs, the registry.");
      return true;
    } catch (IOException e) {
      out.printf("Node %s: NOT COPIED: %s%n", name, e.getMessage());
      return false;
    }
  }
}
