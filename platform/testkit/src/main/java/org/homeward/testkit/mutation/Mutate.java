package org.homeward.testkit.mutation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Removes each marked line in a copy of the project, and says which test fails. */
public final class Mutate {
  private static final int WRONG_USE = 2;

  private final Path root;
  private final Path state;
  private final MutateOptions options;
  private final PrintStream out;
  private final ProjectCopy copy;
  private final Judge judge;

  private Mutate(Path root, MutateOptions options, PrintStream out) {
    this.root = root;
    this.state = root.resolve(".homeward/mutants");
    this.options = options;
    this.out = out;
    this.copy = new ProjectCopy(root, state.resolve("copy"));
    Path vectors = root.resolveSibling("shared/conformance");
    var jvms = new TestJvms(copy, vectors, options.prefix(), options.limit());
    this.judge = new Judge(copy, jvms, options.quick(), state.resolve("work"));
  }

  /** Exit status 1 when a line is not proved; 2 when the question was wrong. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("homeward.root", ".")).toAbsolutePath().normalize();
    try {
      System.exit(new Mutate(root, MutateOptions.of(arguments), System.out).run());
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(WRONG_USE);
    }
  }

  private int run() throws IOException, InterruptedException {
    List<MarkedLine> all = MarkedLine.in(root);
    List<MarkedLine> lines = options.among(all, root);
    if (options.list()) {
      lines.forEach(line -> out.println(line.place() + "  " + line.text()));
      return 0;
    }
    if (lines.isEmpty() && options.since().isEmpty()) {
      throw new IllegalArgumentException("No marked line is meant by that; --list shows them all.");
    }
    if (options.buildOnly() && lines.size() != 1) {
      throw new IllegalArgumentException("--build-only needs --only file:line of one marked line.");
    }
    Files.createDirectories(state);
    try (var lock =
        FileChannel.open(
            state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (lock.tryLock() == null) {
        System.err.println("Waiting for another mutate of this directory …");
        lock.lock();
      }
      prepare(lines);
      try (judge) {
        return options.buildOnly() ? buildOnly(lines.getFirst()) : judge(all, lines);
      }
    }
  }

  private void prepare(List<MarkedLine> lines) throws IOException, InterruptedException {
    Set<String> modules =
        lines.stream().map(MarkedLine::module).collect(Collectors.toCollection(TreeSet::new));
    copy.bringUpToDate();
    System.err.println("Compiling the copy …");
    Path log = state.resolve("build.log");
    if (!modules.isEmpty() && !copy.build(modules, options.prefix(), log)) {
      Files.readAllLines(log).stream().limit(40).forEach(System.err::println);
      throw new IllegalArgumentException("The copy does not compile; all of it is in " + log);
    }
  }

  private int judge(List<MarkedLine> all, List<MarkedLine> lines)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var results = new Results(state.resolve("results.tsv"), all);
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    int number = 0;
    for (MarkedLine line : lines) {
      var standing =
          results
              .standing(line, copy.fingerprint(line.module()))
              .filter(before -> !options.again());
      Results.Row row = standing.isPresent() ? standing.get() : judge.judge(line);
      results.keep(row);
      counts.merge(row.verdict(), 1, Integer::sum);
      out.printf(
          "%3d/%d %-16s %4d s  %s %s  %s%s%n",
          ++number,
          lines.size(),
          row.verdict(),
          row.seconds(),
          line.place(),
          line.invariants(),
          row.why(),
          standing.isPresent() ? " (as before)" : "");
      if (!row.verdict().isGood()) {
        out.println("        " + line.text());
      }
    }
    out.printf("%d lines in %d s: %s%n", lines.size(), secondsSince(begin), counts);
    if (!judge.unsound().isEmpty()) {
      out.println("These fail though nothing was taken away: " + judge.unsound());
    }
    out.println("Verdicts: " + state.resolve("results.tsv"));
    return counts.keySet().stream().allMatch(Verdict::isGood) ? 0 : 1;
  }

  private static long secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000_000;
  }

  /** Prints the directory of the jars, so that a script can take it. */
  private int buildOnly(MarkedLine line) throws IOException {
    Path jars = Path.of(System.getProperty("homeward.jars", "."));
    Path work = state.resolve("jars").resolve(line.slug());
    Directories.delete(work);
    var removal = LineRemoval.of(copy, line, work);
    if (removal.classes().isEmpty()) {
      System.err.println("Does not compile: " + removal.complaint());
      return 1;
    }
    String artifact = line.module().substring(line.module().lastIndexOf('/') + 1);
    Path target = work.resolve("jars");
    List<String> changed = JarPatch.apply(jars, artifact, removal.classes().getFirst(), target);
    System.err.println("Without " + line.place() + ": " + String.join(", ", changed));
    out.println(target);
    return changed.isEmpty() ? 1 : 0;
  }
}
