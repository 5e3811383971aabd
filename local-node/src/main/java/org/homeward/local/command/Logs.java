package org.homeward.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;

/** Shows the newest lines of the logs, and with {@code -f} each new one. */
final class Logs {
  private static final int LINES = 40;
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final PrintStream out;

  Logs(PrintStream out) {
    this.out = out;
  }

  int run(List<Node> nodes, List<String> arguments) {
    boolean follow = arguments.contains("-f");
    Set<String> names = new HashSet<>(arguments);
    names.remove("-f");
    Map<Path, Long> shown = new HashMap<>();
    Set<String> known = new LinkedHashSet<>();
    for (Node node : nodes) {
      for (ProcessPlan process : node.plan().processes()) {
        known.add(process.name());
        if (names.isEmpty() || names.contains(process.name())) {
          shown.put(node.plan().log(process), size(node.plan().log(process)));
        }
      }
    }
    if (!known.containsAll(names)) {
      throw new WrongUse("logs takes rs or gr, some of " + String.join(", ", known) + ", and -f");
    }
    nodes.forEach(node -> newest(node, shown.keySet()));
    if (follow) {
      Poll.until(FOR_EVER, PAUSE, () -> showNew(shown));
    }
    return 0;
  }

  private void newest(Node node, Set<Path> wanted) {
    for (ProcessPlan process : node.plan().processes()) {
      Path log = node.plan().log(process);
      if (wanted.contains(log)) {
        out.println("==> " + log);
        node.processes().lastLines(process, LINES).forEach(out::println);
      }
    }
  }

  /** Never true: Ctrl-C ends it. */
  private boolean showNew(Map<Path, Long> shown) {
    shown.replaceAll(
        (log, from) -> {
          long size = size(log);
          return size > from ? from + print(log, from) : size;
        });
    return false;
  }

  private long print(Path log, long from) {
    try (var bytes = Files.newInputStream(log)) {
      bytes.skipNBytes(from);
      byte[] more = bytes.readAllBytes();
      out.write(more);
      out.flush();
      return more.length;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
