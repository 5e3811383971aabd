package org.homeward.trials.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.homeward.local.node.Node;

/** Reads a process's heap after a collection, from the JVM of that process. */
final class LiveHeap {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final int PATIENCE_S = 60;

  /** The serial collector compacts fully only at every fourth collection. */
  private static final String COMMANDS = "GC.run\n".repeat(4) + "GC.heap_info\n";

  private LiveHeap() {}

  /** In kilobytes, by process; asks all at the same time. */
  static Map<String, Long> of(Node node, List<String> processes) {
    Map<String, Long> kilobytes = new ConcurrentSkipListMap<>();
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String process : processes) {
        long pid = node.processes().find(node.plan().process(process)).orElseThrow().pid();
        each.submit(() -> kilobytes.put(process, used(ask(pid))));
      }
    }
    if (kilobytes.size() < processes.size()) {
      throw new IllegalStateException("only these told: " + kilobytes.keySet());
    }
    return kilobytes;
  }

  /** Matches both generations; the lines of metaspace and class space follow them. */
  static long used(String said) {
    String heap = said.split("Metaspace", 2)[0];
    return USED.matcher(heap).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }

  private static String ask(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path commands = Files.createTempFile("live-heap", ".jcmd");
    try {
      Files.writeString(commands, COMMANDS);
      Process asked =
          new ProcessBuilder(jcmd.toString(), "-J-Xshare:auto", "" + pid, "-f", commands.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!asked.waitFor(PATIENCE_S, TimeUnit.SECONDS) || asked.exitValue() != 0) {
        throw new IllegalStateException("jcmd said " + said);
      }
      return said;
    } finally {
      Files.delete(commands);
    }
  }
}
