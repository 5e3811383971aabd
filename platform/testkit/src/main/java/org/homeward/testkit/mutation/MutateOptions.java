package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options of the command line.
 *
 * @param only an invariant's number or a part of a place
 * @param since a commit: only lines in files that changed after it
 * @param again asks about lines that were killed before, too
 * @param quick runs only tests without engines
 * @param buildOnly makes jars without the line and runs no test
 * @param prefix of every process that is started
 */
record MutateOptions(
    Optional<String> only,
    Optional<String> since,
    boolean again,
    boolean list,
    boolean quick,
    boolean buildOnly,
    List<String> prefix,
    Duration limit) {
  static final String USAGE =
      "mutate takes --only <invariant|part of file:line>, --since <commit>, --again, --list,"
          + " --quick, --build-only (with --only file:line), --with <command to run all under>,"
          + " --limit <seconds per test>";

  /** Refuses unknown options with the usage. */
  static MutateOptions of(String... arguments) {
    var options =
        new MutateOptions(
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            false,
            List.of(),
            Duration.ofMinutes(2));
    for (int i = 0; i < arguments.length; i++) {
      options =
          switch (arguments[i]) {
            case "--again" -> options.again(true);
            case "--list" -> options.list(true);
            case "--quick" -> options.quick(true);
            case "--build-only" -> options.buildOnly(true);
            case "--only" -> options.only(value(arguments, ++i));
            case "--since" -> options.since(value(arguments, ++i));
            case "--with" -> options.prefix(List.of(value(arguments, ++i).strip().split("\\s+")));
            case "--limit" -> options.limit(seconds(value(arguments, ++i)));
            default -> throw new IllegalArgumentException(USAGE);
          };
    }
    return options;
  }

  private static String value(String[] arguments, int at) {
    if (at == arguments.length) {
      throw new IllegalArgumentException(USAGE);
    }
    return arguments[at];
  }

  private static Duration seconds(String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(USAGE);
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  List<MarkedLine> among(List<MarkedLine> lines, Path root)
      throws IOException, InterruptedException {
    Set<String> changed = since.isPresent() ? changedSince(root) : Set.of();
    return lines.stream()
        .filter(line -> only.isEmpty() || line.isNamedBy(only.get()))
        .filter(line -> since.isEmpty() || changed.contains(line.file()))
        .toList();
  }

  private Set<String> changedSince(Path root) throws IOException, InterruptedException {
    var git =
        new ProcessBuilder("git", "diff", "--name-only", "--relative", since.orElseThrow(), "--")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IllegalArgumentException("git knows no commit " + since.get());
    }
    return Set.copyOf(names.lines().toList());
  }

  private MutateOptions only(String value) {
    return new MutateOptions(
        Optional.of(value), since, again, list, quick, buildOnly, prefix, limit);
  }

  private MutateOptions since(String value) {
    return new MutateOptions(
        only, Optional.of(value), again, list, quick, buildOnly, prefix, limit);
  }

  private MutateOptions again(boolean value) {
    return new MutateOptions(only, since, value, list, quick, buildOnly, prefix, limit);
  }

  private MutateOptions list(boolean value) {
    return new MutateOptions(only, since, again, value, quick, buildOnly, prefix, limit);
  }

  private MutateOptions quick(boolean value) {
    return new MutateOptions(only, since, again, list, value, buildOnly, prefix, limit);
  }

  private MutateOptions buildOnly(boolean value) {
    return new MutateOptions(only, since, again, list, quick, value, prefix, limit);
  }

  private MutateOptions prefix(List<String> value) {
    return new MutateOptions(only, since, again, list, quick, buildOnly, value, limit);
  }

  private MutateOptions limit(Duration value) {
    return new MutateOptions(only, since, again, list, quick, buildOnly, prefix, value);
  }
}
