package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts, finds and stops the processes of one node; they outlive the program that started them.
 */
public final class Processes {
  private static final Duration TICK = Duration.ofMillis(50);
  private static final Duration DEATH = Duration.ofSeconds(10);

  private final NodePlan node;
  private final Checkup checkup = new Checkup();

  public Processes(NodePlan node) {
    this.node = node;
  }

  /** How a process came to its end. */
  public enum End {
    WAS_NOT_RUNNING,
    BY_ITSELF,
    KILLED
  }

  /** The process, when it is alive and belongs to this node. */
  public Optional<LiveProcess> find(ProcessPlan plan) {
    return PidFile.read(pidFile(plan)).flatMap(PidFile::process);
  }

  public boolean isHealthy(ProcessPlan plan) {
    return PidFile.read(pidFile(plan))
        .filter(file -> file.process().isPresent())
        .map(file -> checkup.isHealthy(plan, node.log(plan), file.logFrom()))
        .orElse(false);
  }

  /** Starts it in a session of its own: neither Ctrl-C nor the terminal's end reaches it. */
  public void start(ProcessPlan plan) {
    var launch =
        new Launch(
            node.directory(), node.log(plan), pidFile(plan), plan.environment(), command(plan));
    try {
      NodeFiles.prepare(node);
      Files.deleteIfExists(node.cacheLog(plan));
      StartAgain.forget(pidFile(plan));
      launch.start();
    } catch (IOException e) {
      throw new UncheckedIOException(plan.name() + " could not be started", e);
    }
  }

  /** A sentence for people: when its heap was full, and how large it is now. */
  public Optional<String> fullHeap(ProcessPlan plan) {
    return StartAgain.said(pidFile(plan));
  }

  /** Asks it to stop and waits; after that it kills the process. */
  public End stop(ProcessPlan plan, Duration patience) {
    var live = find(plan);
    live.ifPresent(process -> process.handle().destroy());
    boolean gone = live.isEmpty() || Poll.until(patience, TICK, () -> !live.get().isAlive());
    if (!gone) {
      kill(plan);
      return End.KILLED;
    }
    forget(plan);
    return live.isEmpty() ? End.WAS_NOT_RUNNING : End.BY_ITSELF;
  }

  /** Ends it between two of its instructions, and returns when it is gone. */
  public void kill(ProcessPlan plan) {
    find(plan)
        .ifPresent(
            live -> {
              live.handle().destroyForcibly();
              if (!Poll.until(DEATH, TICK, () -> !live.isAlive())) {
                throw new IllegalStateException(
                    plan.name() + " (pid " + live.pid() + ") does not even die when killed");
              }
            });
    forget(plan);
  }

  /** It stands still between two of its instructions, and knows nothing of it, until resumed. */
  public void suspend(ProcessPlan plan) {
    signal("-STOP", plan);
  }

  public void resume(ProcessPlan plan) {
    signal("-CONT", plan);
  }

  private void signal(String signal, ProcessPlan plan) {
    find(plan)
        .ifPresent(
            live -> {
              try {
                new ProcessBuilder("kill", signal, Long.toString(live.pid())).start().waitFor();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Whether its JVM used its AOT cache; empty when it was started without one. */
  public Optional<CacheUse> cacheUse(ProcessPlan plan) {
    try {
      return Optional.of(CacheUse.in(Files.readAllLines(node.cacheLog(plan))));
    } catch (IOException startedWithoutOne) {
      return Optional.empty();
    }
  }

  /** The newest lines of its log. */
  public List<String> lastLines(ProcessPlan plan, int count) {
    try (Stream<String> lines = Files.lines(node.log(plan))) {
      var all = lines.toList();
      return all.subList(Math.max(0, all.size() - count), all.size());
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private List<String> command(ProcessPlan plan) {
    List<String> command = new ArrayList<>();
    onPath("setsid")
        .or(() -> onPath("nohup"))
        .ifPresent(program -> command.add(program.toString()));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    command.add(java.toString());
    command.addAll(plan.options());
    if (StartAgain.isFor(plan.options())) {
      Path launch = Launch.file(pidFile(plan));
      command.add(StartAgain.option(java, node.jars().of("local-node"), launch, node.log(plan)));
    }
    command.addAll(List.of("-jar", plan.jar().toString()));
    command.addAll(plan.arguments());
    return command;
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void forget(ProcessPlan plan) {
    try {
      Files.deleteIfExists(pidFile(plan));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pidFile(ProcessPlan plan) {
    return node.run().resolve(plan.name() + ".pid");
  }
}
