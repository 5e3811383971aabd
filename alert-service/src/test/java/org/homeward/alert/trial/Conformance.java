package org.homeward.alert.trial;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The conformance material beside the project; tests that need it are skipped by name without. */
public final class Conformance {

  private Conformance() {}

  public static Path path(String below) {
    Path root = root();
    assumeTrue(Files.isDirectory(root), "no conformance material at " + root);
    return root.resolve(below);
  }

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
