package org.homeward.local.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The start of a process: command, log file and pid file.
 *
 * @param environment instead of all that is Homeward's or Spring's in the present one
 */
record Launch(
    Path directory, Path log, Path pidFile, Map<String, String> environment, List<String> command) {
  private static final long FULL_LOG = 20_000_000;
  private static final String HEAP = "-Xmx";
  private static final String OURS = "(HOMEWARD|SPRING|SERVER|MANAGEMENT)_.*";

  Launch {
    environment = Map.copyOf(environment);
    command = List.copyOf(command);
  }

  /** In a session of its own: neither Ctrl-C nor the terminal's end reaches it. */
  void start() throws IOException {
    // Variables of somebody's shell must not decide how a node runs.
    start(inherited -> inherited.removeIf(name -> name.matches(OURS)));
  }

  /**
   * Starts it again from the process that the ended one has started; the environment is inherited.
   */
  void startAgain() throws IOException {
    start(_ -> {});
  }

  private void start(Consumer<Set<String>> leaveOut) throws IOException {
    Files.createDirectories(log.getParent());
    Files.createDirectories(pidFile.getParent());
    long logFrom = rotated(log);
    var builder = new ProcessBuilder(command);
    builder
        .directory(directory.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    leaveOut.accept(builder.environment().keySet());
    builder.environment().putAll(environment);
    Files.write(file(pidFile), lines());
    var live = new LiveProcess(builder.start().toHandle());
    new PidFile(live.pid(), live.started(), logFrom).write(pidFile);
  }

  /** The file that describes the launch, without its environment. */
  static Path file(Path pidFile) {
    return pidFile.resolveSibling(pidFile.getFileName() + ".launch");
  }

  static Launch read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new Launch(
        Path.of(lines.get(0)),
        Path.of(lines.get(1)),
        Path.of(lines.get(2)),
        Map.of(),
        lines.subList(3, lines.size()));
  }

  String heap() {
    return command.stream().filter(option -> option.startsWith(HEAP)).toList().getLast();
  }

  /** Half as much again, up to the limit; a heap above the limit stays as it is. */
  Launch withMoreHeap(long mostMegabytes) {
    long present = megabytes(heap());
    long next = Math.max(present, Math.min(present * 3 / 2, mostMegabytes));
    List<String> more = new ArrayList<>(command);
    more.set(command.lastIndexOf(heap()), HEAP + next + "m");
    return new Launch(directory, log, pidFile, environment, more);
  }

  private static long megabytes(String option) {
    long number = Long.parseLong(option.replaceAll("\\D", ""));
    return switch (option.charAt(option.length() - 1)) {
      case 'g', 'G' -> number * 1024;
      case 'm', 'M' -> number;
      case 'k', 'K' -> number / 1024;
      default -> number >> 20;
    };
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(directory.toString(), log.toString(), pidFile.toString()));
    lines.addAll(command);
    return lines;
  }

  /** Returns the position of the next line. */
  private static long rotated(Path log) throws IOException {
    long size = Files.exists(log) ? Files.size(log) : 0;
    if (size < FULL_LOG) {
      return size;
    }
    Files.move(
        log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    return 0;
  }
}
