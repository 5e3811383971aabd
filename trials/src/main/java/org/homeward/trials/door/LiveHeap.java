package org.homeward.trials.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.homeward.local.node.Node;

/** How much a process really holds: its heap after a collection, as its own JVM tells. */
final class LiveHeap {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final int PATIENCE_S = 30;

  private LiveHeap() {}

  /** In kilobytes, by process. */
  static Map<String, Long> of(Node node, Iterable<String> processes) {
    Map<String, Long> kilobytes = new TreeMap<>();
    for (String process : processes) {
      long pid =
          node.processes().find(node.plan().process(process)).orElseThrow().pid();
      ask(pid, "GC.run");
      kilobytes.put(process, used(ask(pid, "GC.heap_info")));
    }
    return kilobytes;
  }

  /** Of both generations; metaspace and class space stand behind them. */
  static long used(String said) {
    String heap = said.split("Metaspace", 2)[0];
    return USED.matcher(heap).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }

  private static String ask(long pid, String what) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), what)
              .redirectErrorStream(true)
              .start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!asked.waitFor(PATIENCE_S, TimeUnit.SECONDS) || asked.exitValue() != 0) {
        throw new IllegalStateException("jcmd " + what + " said " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
