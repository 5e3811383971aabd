package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/threat-model.md}: each threat names a test that there is, or says that it is open.
 */
class ThreatModelTest {

  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| (.+) \\|$");
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?`");

  private static Map<Integer, String> proofs() throws IOException {
    Map<Integer, String> proofs = new TreeMap<>();
    for (String line : Files.readAllLines(ProjectFiles.root().resolve("docs/threat-model.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        proofs.put(Integer.parseInt(row.group(1)), row.group(2));
      }
    }
    return proofs;
  }

  /** All tests, by their simple name; some names are there more than once. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(ProjectFiles.root(), 3)) {
      for (Path source : sources.filter(each -> each.endsWith("src")).toList()) {
        Path java = source.resolve("test/java");
        if (Files.isDirectory(java)) {
          addAll(java, tests);
        }
      }
    }
    return tests;
  }

  private static void addAll(Path directory, Map<String, String> tests) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        tests.merge(name, Files.readString(file), String::concat);
      }
    }
  }

  @Test
  void everyThreatHasItsNumberAndATestOrIsOpen() throws Exception {
    assertThat(proofs().keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, proofs().size()).boxed().toList())
        .hasSizeGreaterThan(20);
    assertThat(proofs().values())
        .allMatch(proof -> proof.contains("**open**") || NAMED.matcher(proof).find());
  }

  @Test
  void everyTestThatIsNamedIsThere() throws Exception {
    Map<String, String> tests = tests();
    for (var row : proofs().entrySet()) {
      for (var named : NAMED.matcher(row.getValue()).results().toList()) {
        assertThat(tests).as("threat " + row.getKey()).containsKey(named.group(1));
        if (named.group(2) != null) {
          assertThat(tests.get(named.group(1)))
              .as("threat " + row.getKey())
              .contains("void " + named.group(2) + "(");
        }
      }
    }
  }
}
