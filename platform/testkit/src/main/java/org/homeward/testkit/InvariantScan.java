package org.homeward.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pairs the lines marked {@code // upholds n} in {@code src/main} with the tests in {@code
 * src/test} that carry {@link Proves}.
 *
 * @param upheld invariant → places in main code
 * @param proved invariant → places in tests
 */
public record InvariantScan(
    SortedMap<Integer, List<String>> upheld, SortedMap<Integer, List<String>> proved) {
  private static final Pattern UPHOLDS =
      Pattern.compile("//\\s*upholds\\s+(\\d+(?:\\s*,\\s*\\d+)*)");
  private static final Pattern PROVES = Pattern.compile("^\\s*@Proves\\(\\{?([\\d\\s,]+)}?\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Reads every Java file below the directories. */
  public static InvariantScan of(Path... roots) {
    SortedMap<Integer, List<String>> upheld = new TreeMap<>();
    SortedMap<Integer, List<String>> proved = new TreeMap<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file :
            (Iterable<Path>)
                files.filter(file -> isSource(root.relativize(file), file))::iterator) {
          String path = file.toString().replace('\\', '/');
          if (path.contains("/src/main/")) {
            collect(file, UPHOLDS, upheld);
          } else if (path.contains("/src/test/")) {
            collect(file, PROVES, proved);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new InvariantScan(upheld, proved);
  }

  /** One sentence for each invariant that lacks its line or its test; {@code expected} too. */
  public List<String> complaints(int... expected) {
    var invariants = new TreeSet<Integer>(upheld.keySet());
    invariants.addAll(proved.keySet());
    for (int invariant : expected) {
      invariants.add(invariant);
    }
    List<String> complaints = new ArrayList<>();
    for (int invariant : invariants) {
      if (!upheld.containsKey(invariant)) {
        complaints.add(
            "invariant " + invariant + ": no line upholds it; " + places(proved, invariant));
      }
      if (!proved.containsKey(invariant)) {
        complaints.add(
            "invariant " + invariant + ": no test proves it; " + places(upheld, invariant));
      }
    }
    return complaints;
  }

  private static String places(SortedMap<Integer, List<String>> where, int invariant) {
    List<String> places = where.getOrDefault(invariant, List.of());
    return places.isEmpty() ? "nothing names it" : "see " + String.join(", ", places);
  }

  private static boolean isSource(Path below, Path file) {
    return file.toString().endsWith(".java")
        && !below.startsWith(".homeward") // where mutate keeps a copy of all of it
        && Files.isRegularFile(file);
  }

  private static void collect(Path file, Pattern mark, SortedMap<Integer, List<String>> into)
      throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = mark.matcher(lines.get(i));
      if (line.find()) {
        Matcher number = NUMBER.matcher(line.group(1));
        while (number.find()) {
          into.computeIfAbsent(Integer.valueOf(number.group()), n -> new ArrayList<>())
              .add(file.getFileName() + ":" + (i + 1));
        }
      }
    }
  }
}
