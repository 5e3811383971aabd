package org.homeward.local.node;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a process again that ended because its heap was full; the second time within ten minutes
 * with half as much heap again, up to half of this machine's memory. After five times within ten
 * minutes it stays ended.
 *
 * <p>The JVM that ends runs this ({@code -XX:OnOutOfMemoryError}). A process that is killed or
 * ended stays ended.
 */
public final class StartAgain {
  private static final Duration SOON = Duration.ofMinutes(10);
  private static final Duration DEATH = Duration.ofSeconds(30);
  private static final Duration TICK = Duration.ofMillis(50);
  private static final List<String> SMALL = List.of("-Xmx64m", "-XX:+UseSerialGC");
  private static final String COMMAND = "again";
  private static final String ENOUGH = "not started again, the sixth time within ten minutes";
  private static final int TIMES = 5;

  /** The option of a JVM that is ended by a full heap, and started again. */
  static final String FULL = "-XX:+ExitOnOutOfMemoryError";

  private StartAgain() {}

  /**
   * Arguments: the file that {@link Launch} wrote, the pid of the process that ends and, apart, the
   * pid of the process that started this one.
   */
  public static void main(String[] arguments) throws IOException {
    Launch ended = Launch.read(Path.of(arguments[0]));
    if (arguments.length == 2) {
      withoutItsPorts(arguments, ended.log());
    } else {
      boolean _ = Poll.until(DEATH, TICK, () -> !isAlive(Long.parseLong(arguments[2])));
      again(ended, Long.parseLong(arguments[1]), Instant.now());
    }
  }

  /**
   * The JVM that ends has passed on its open ports to this process, and they close with it: another
   * one, which has none of them, waits for its end.
   */
  private static void withoutItsPorts(String[] arguments, Path log) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(SMALL);
    command.addAll(List.of("-jar", System.getProperty("java.class.path"), COMMAND));
    command.addAll(List.of(arguments));
    command.add(Long.toString(ProcessHandle.current().pid()));
    new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Whether a process with these options is started again. */
  static boolean isFor(List<String> options) {
    return options.contains(FULL);
  }

  /** The command that the JVM runs when its heap is full; it returns at once. */
  static String option(Path java, Path jar, Path launch, Path log) {
    return "-XX:OnOutOfMemoryError=nohup '%s' %s -jar '%s' %s '%s' %%p >>'%s' 2>&1 &"
        .formatted(java, String.join(" ", SMALL), jar, COMMAND, launch, log);
  }

  static void again(Launch ended, long pid, Instant now) throws IOException {
    boolean gone = Poll.until(DEATH, TICK, () -> !isAlive(pid));
    boolean stillWanted =
        PidFile.read(ended.pidFile()).map(file -> file.pid() == pid).orElse(false);
    if (!gone || !stillWanted) {
      return;
    }
    long times = timesSince(now.minus(SOON), ended.pidFile());
    if (times >= TIMES) {
      said(ended, "Its heap was full: %s, at %s%n".formatted(ENOUGH, now));
      keep(ended, now + " " + ENOUGH);
      return;
    }
    Launch next = times > 0 ? ended.withMoreHeap(halfOfMemory()) : ended;
    said(ended, "Its heap was full: started again at %s with %s%n".formatted(now, next.heap()));
    next.startAgain();
    keep(ended, now + " now " + next.heap());
  }

  private static void said(Launch ended, String line) throws IOException {
    Files.writeString(ended.log(), line, CREATE, APPEND);
  }

  private static void keep(Launch ended, String line) throws IOException {
    Files.writeString(record(ended.pidFile()), line + "\n", CREATE, APPEND);
  }

  private static long halfOfMemory() {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return (machine.getTotalMemorySize() >> 20) / 2;
  }

  /** A sentence for people: when its heap was full last, and the heap of its new start. */
  static Optional<String> said(Path pidFile) {
    List<String> lines = lines(pidFile);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of("heap full at " + lines.getLast().replaceFirst(" ", ", "));
  }

  /** A person starts it, with the configured heap. */
  static void forget(Path pidFile) throws IOException {
    Files.deleteIfExists(record(pidFile));
  }

  private static long timesSince(Instant since, Path pidFile) {
    return lines(pidFile).stream()
        .map(line -> Instant.parse(line.split(" ", 2)[0]))
        .filter(full -> full.isAfter(since))
        .count();
  }

  /** One entry for each time that its heap was full. */
  private static List<String> lines(Path pidFile) {
    try {
      Path record = record(pidFile);
      return Files.exists(record) ? Files.readAllLines(record) : List.of();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static Path record(Path pidFile) {
    return pidFile.resolveSibling(pidFile.getFileName() + ".full");
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(LiveProcess::new).filter(LiveProcess::isAlive).isPresent();
  }
}
