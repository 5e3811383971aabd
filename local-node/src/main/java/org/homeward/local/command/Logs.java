package org.homeward.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.local.node.ProcessPlan;

/** Shows the newest lines of the logs, and with {@code -f} those that come. */
final class Logs {
  private static final int LINES = 40;
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final PrintStream out;

  Logs(PrintStream out) {
    this.out = out;
  }

  int run(Node node, List<String> arguments) {
    boolean follow = arguments.contains("-f");
    List<String> names = new ArrayList<>(arguments);
    names.removeIf("-f"::equals);
    List<ProcessPlan> wanted =
        node.plan().processes().stream()
            .filter(process -> names.isEmpty() || names.contains(process.name()))
            .toList();
    if (wanted.isEmpty() || names.size() > wanted.size()) {
      throw new WrongUse("logs takes one of engines, issuer, intake, alert, gateway, and -f");
    }
    Map<Path, Long> shown = new HashMap<>();
    for (ProcessPlan process : wanted) {
      shown.put(node.plan().log(process), size(node.plan().log(process)));
      out.println("==> " + node.plan().log(process));
      node.processes().lastLines(process, LINES).forEach(out::println);
    }
    if (follow) {
      Poll.until(FOR_EVER, PAUSE, () -> showNew(shown));
    }
    return 0;
  }

  /** Never true: somebody who follows ends it. */
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
