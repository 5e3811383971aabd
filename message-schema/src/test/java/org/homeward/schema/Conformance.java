package org.homeward.schema;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The conformance material beside the project; tests that need it are skipped by name without. */
public final class Conformance {

  private Conformance() {}

  public static Path path(String below) {
    Path root = root();
    assumeTrue(Files.isDirectory(root), "no conformance material at " + root);
    return root.resolve(below);
  }

  /**
   * One test per case; without the material one test that is skipped, where an empty factory would
   * look green.
   */
  public static Stream<DynamicTest> tests(String file, Function<Path, Stream<DynamicTest>> cases) {
    return Files.isDirectory(root())
        ? cases.apply(path(file))
        : Stream.of(DynamicTest.dynamicTest(file, () -> path(file)));
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project's root is where {@code mvnw} lies, whatever directory the test runs in. */
  private static Path root() {
    String named = System.getenv("CONFORMANCE_DIR");
    if (named != null) {
      return Path.of(named);
    }
    Path project = Path.of("").toAbsolutePath();
    while (project.getParent() != null && !Files.exists(project.resolve("mvnw"))) {
      project = project.getParent();
    }
    return project.resolveSibling("shared").resolve("conformance");
  }
}
