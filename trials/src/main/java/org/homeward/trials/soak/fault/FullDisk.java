package org.homeward.trials.soak.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.homeward.local.node.LiveProcess;
import org.homeward.local.node.Poll;

/**
 * The store's journal cannot grow: the system refuses to write beyond a size (RLIMIT_FSIZE, so it
 * is EFBIG, where a full disk is ENOSPC). The engines end; they are started when there is space.
 */
record FullDisk() implements Fault {
  private static final Duration UNTIL_FULL = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final int ROOM = 3000;

  /** A machine without prlimit skips this fault. */
  static boolean isPossible() {
    return Files.isExecutable(Path.of("/usr/bin/prlimit"));
  }

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public String strike(NodePair pair) throws InterruptedException {
    String node = pair.anyNode();
    LiveProcess engines = pair.live(node, "engines");
    Path journal = pair.node(node).plan().directory().resolve("engines").resolve("store/journal");
    limit(engines, size(journal) + ROOM);
    boolean ended = Poll.until(UNTIL_FULL, TICK, () -> !engines.isAlive());
    if (!ended) {
      pair.kill(node, "engines"); // nobody wrote enough
    }
    Duration time = pair.pause(500, 2000);
    pair.start(node, "engines");
    pair.awaitStarted();
    return "%s disk full%s, %s"
        .formatted(node, ended ? "" : " (not noticed)", NodePair.seconds(time));
  }

  private static void limit(LiveProcess process, long bytes) throws InterruptedException {
    try {
      new ProcessBuilder(
              "/usr/bin/prlimit",
              "--pid",
              Long.toString(process.pid()),
              "--fsize=" + bytes + ":unlimited")
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
