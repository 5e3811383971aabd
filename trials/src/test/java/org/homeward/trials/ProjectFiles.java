package org.homeward.trials;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The project's own tree, and the test vectors beside it. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /** The directory of {@code mvnw}, from wherever in it the tests run. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  /** A file of the conformance material; empty where that is not on this machine. */
  public static Optional<Path> conformance(String file) {
    String named = System.getenv("CONFORMANCE_DIR");
    Path directory =
        named == null ? root().resolveSibling("shared").resolve("conformance") : Path.of(named);
    return Optional.of(directory.resolve(file)).filter(Files::exists);
  }
}
