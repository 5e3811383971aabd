package org.homeward.bench.jvm;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of the heap of a process is still in use after a collection. */
public final class LiveHeap {
  /** After a collection all that lives is in the old generation; the young one is new again. */
  private static final Pattern USED = Pattern.compile("(?mi)^ *tenured.*\\bused (\\d+)K");

  private LiveHeap() {}

  /** Costs the machine a second: not while something is measured. */
  public static double megabytes(ProcessHandle process) throws IOException {
    Profile.command(process.pid(), "GC.run");
    Matcher used = USED.matcher(Profile.command(process.pid(), "GC.heap_info"));
    long all = 0;
    while (used.find()) {
      all += Long.parseLong(used.group(1));
    }
    return all / 1024.0;
  }
}
