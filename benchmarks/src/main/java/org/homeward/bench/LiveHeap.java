package org.homeward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.local.node.Poll;

/** The largest heap of a process that was still in use after a collection, while it worked. */
final class LiveHeap implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(2);

  /** After a collection all that lives is in the old generation; the young one is new again. */
  private static final Pattern USED = Pattern.compile("(?mi)^ *tenured.*\\bused (\\d+)K");

  private final long pid;
  private final Thread thread;
  private volatile double peak;

  LiveHeap(ProcessHandle process) {
    pid = process.pid();
    thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  Poll.until(Duration.ofDays(1), PERIOD, this::look);
                });
  }

  double peakMegabytes() {
    return peak;
  }

  private boolean look() {
    try {
      String collected = Profile.command(pid, "GC.run");
      Matcher used = USED.matcher(Profile.command(pid, "GC.heap_info"));
      long all = 0;
      while (used.find()) {
        all += Long.parseLong(used.group(1));
      }
      peak = Math.max(peak, all / 1024.0);
      return collected.isEmpty();
    } catch (IOException gone) {
      return true;
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
