package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of main code that ends in {@code // upholds n}.
 *
 * @param module directory below the project's root
 * @param file below the project's root
 * @param number of the line, from 1
 */
record MarkedLine(String module, String file, int number, String text, Set<Integer> invariants) {
  private static final Pattern MARK =
      Pattern.compile("//\\s*upholds\\s+(\\d+(?:\\s*,\\s*\\d+)*)\\s*$");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String MAIN = "/src/main/java/";

  /** All of a project, in the order of their files. */
  static List<MarkedLine> in(Path root) throws IOException {
    List<MarkedLine> found = new ArrayList<>();
    try (Stream<Path> files = ProjectCopy.filesOf(root)) {
      for (String file :
          (Iterable<String>) files.map(root::relativize).map(Path::toString).sorted()::iterator) {
        if (file.contains(MAIN) && file.endsWith(".java")) {
          collect(root, file, found);
        }
      }
    }
    return found;
  }

  private static void collect(Path root, String file, List<MarkedLine> into) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        Set<Integer> invariants = new TreeSet<>();
        NUMBER
            .matcher(mark.group(1))
            .results()
            .forEach(n -> invariants.add(Integer.valueOf(n.group())));
        String module = file.substring(0, file.indexOf(MAIN));
        into.add(new MarkedLine(module, file, i + 1, lines.get(i).strip(), invariants));
      }
    }
  }

  /** Where it stands, as an editor takes it. */
  String place() {
    return file + ":" + number;
  }

  /** Where it stands, as a class file takes it: {@code gate/Gate.java:7}. */
  String inSource() {
    return file.substring(file.indexOf(MAIN) + MAIN.length()) + ":" + number;
  }

  String inPackage() {
    return inSource().substring(0, inSource().lastIndexOf('/')).replace('/', '.');
  }

  /** Short enough for a directory and the same for the same line. */
  String slug() {
    String name = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    return name + "-" + number;
  }

  /** Whether it is meant by an invariant's number, or by a part of its place. */
  boolean isNamedBy(String wanted) {
    return wanted.matches("\\d+")
        ? invariants.contains(Integer.valueOf(wanted))
        : wanted.matches(".*:\\d+") ? place().endsWith(wanted) : place().contains(wanted);
  }
}
