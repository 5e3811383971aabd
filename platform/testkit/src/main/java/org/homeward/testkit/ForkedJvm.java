package org.homeward.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A main class in a JVM of its own that a test can suspend and kill.
 *
 * <p>Standard output and error are gathered together, line by line. The child ends with {@link
 * #close}, with this JVM, and also when this JVM is killed.
 */
public final class ForkedJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SHOWN_LINES = 40;

  private final Process process;
  private final List<String> lines = new ArrayList<>(); // guarded by itself
  private final Thread gatherer;
  private final Thread reaper;

  private ForkedJvm(Process process) {
    this.process = process;
    gatherer = Thread.ofVirtual().name("lines of " + process.pid()).start(this::gather);
    reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /** Starts with the class path of this JVM and a heap of 128 MB. */
  public static ForkedJvm start(Class<?> main, String... arguments) {
    return of(main).arguments(arguments).start();
  }

  public static Launch of(Class<?> main) {
    return new Launch(main);
  }

  /** The arguments of the child. */
  public static final class Launch {
    private final Class<?> main;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> wrapper = new ArrayList<>();
    private int heapMegabytes = 128;

    private Launch(Class<?> main) {
      this.main = main;
    }

    public Launch arguments(String... more) {
      arguments.addAll(List.of(more));
      return this;
    }

    /** Adds options of the JVM, such as {@code -Dname=value}. */
    public Launch options(String... more) {
      options.addAll(List.of(more));
      return this;
    }

    public Launch environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    public Launch heapMegabytes(int megabytes) {
      heapMegabytes = megabytes;
      return this;
    }

    /** Starts it through another command, which must end in {@code exec "$@"} or the like. */
    public Launch under(String... command) {
      wrapper.addAll(List.of(command));
      return this;
    }

    public ForkedJvm start() {
      List<String> command = new ArrayList<>(wrapper);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-Xss512k", "-XX:+UseSerialGC"));
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"));
      command.addAll(options);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(OrphanGuard.class.getName(), main.getName()));
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      try {
        return new ForkedJvm(builder.start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** All lines so far. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** The first line since the start that fits; fails after a minute or when the child ends. */
  public String awaitLine(Predicate<String> wanted) {
    return awaitLine(wanted, PATIENCE);
  }

  public String awaitLine(Predicate<String> wanted, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (lines) {
      for (int next = 0; ; next++) {
        while (next == lines.size()) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left <= 0 || !gatherer.isAlive()) {
            throw new AssertionError("the line did not come; " + described());
          }
          awaitMore(Math.min(left, 100));
        }
        if (wanted.test(lines.get(next))) {
          return lines.get(next);
        }
      }
    }
  }

  /** Waits for the child's own end and returns its exit status. */
  public int awaitExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the process did not end; " + described());
      }
      gatherer.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return process.exitValue();
  }

  /** Asks it to end as a service manager would (SIGTERM). */
  public void terminate() {
    process.destroy();
  }

  /** Kills it (SIGKILL) and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(PATIENCE);
  }

  /** Stops all its threads (SIGSTOP); its sockets stay open. */
  public void suspend() {
    signal("STOP");
    Path status = Path.of("/proc", Long.toString(pid()), "stat");
    while (Files.exists(status) && isAlive() && !isStopped(status)) {
      Thread.onSpinWait();
    }
  }

  public void resume() {
    signal("CONT");
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException ending) {
      // This JVM is going down; the hook has run or will.
    }
  }

  private void gather() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException killed) {
      // A killed child tears its pipe; what came before it is kept.
    }
  }

  private void awaitMore(long millis) {
    try {
      lines.wait(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean isStopped(Path status) {
    try {
      String text = Files.readString(status);
      return text.charAt(text.lastIndexOf(')') + 2) == 'T';
    } catch (IOException gone) {
      return true;
    }
  }

  private String described() {
    String state = process.isAlive() ? "it runs" : "it ended with " + process.exitValue();
    synchronized (lines) {
      int from = Math.max(0, lines.size() - SHOWN_LINES);
      return state + "; last lines:\n" + String.join("\n", lines.subList(from, lines.size()));
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
