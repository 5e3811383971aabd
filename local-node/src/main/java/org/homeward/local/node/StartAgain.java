package org.homeward.local.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a process again that ended because its heap was full; the second time within ten minutes
 * with half as much heap again.
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
  private static final String FULL = "-XX:+ExitOnOutOfMemoryError";

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

  /** What the JVM runs when its heap is full; it returns at once. */
  static String option(Path java, Path jar, Path launch, Path log) {
    return "-XX:OnOutOfMemoryError=nohup '%s' %s -jar '%s' %s '%s' %%p >>'%s' 2>&1 &"
        .formatted(java, String.join(" ", SMALL), jar, COMMAND, launch, log);
  }

  private static void again(Launch ended, long pid, Instant now) throws IOException {
    boolean gone = Poll.until(DEATH, TICK, () -> !isAlive(pid));
    boolean stillWanted =
        PidFile.read(ended.pidFile()).map(file -> file.pid() == pid).orElse(false);
    if (!gone || !stillWanted) {
      return;
    }
    boolean soon =
        lastFull(ended.pidFile()).filter(last -> last.plus(SOON).isAfter(now)).isPresent();
    Launch next = soon ? ended.withMoreHeap() : ended;
    Files.writeString(
        ended.log(),
        "Its heap was full: started again at %s with %s%n".formatted(now, next.heap()),
        StandardOpenOption.APPEND);
    next.start();
    Files.writeString(record(ended.pidFile()), now + " " + next.heap() + "\n");
  }

  /** For people: when its heap was full last, and with how much it was started again. */
  static Optional<String> said(Path pidFile) {
    return words(pidFile)
        .map(words -> "heap full at " + words.getFirst() + ", now " + words.get(1));
  }

  /** Somebody starts it, with the heap that is set. */
  static void forget(Path pidFile) throws IOException {
    Files.deleteIfExists(record(pidFile));
  }

  private static Optional<Instant> lastFull(Path pidFile) {
    return words(pidFile).map(words -> Instant.parse(words.getFirst()));
  }

  private static Optional<List<String>> words(Path pidFile) {
    try {
      Path record = record(pidFile);
      return Files.exists(record)
          ? Optional.of(new ArrayList<>(List.of(Files.readString(record).strip().split(" ", -1))))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Path record(Path pidFile) {
    return pidFile.resolveSibling(pidFile.getFileName() + ".full");
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(LiveProcess::new).filter(LiveProcess::isAlive).isPresent();
  }
}
