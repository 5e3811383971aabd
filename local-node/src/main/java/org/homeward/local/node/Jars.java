package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the jar of a module lies. */
@FunctionalInterface
public interface Jars {
  Path of(String module);

  /** A directory with one jar per module, named after it, that no build touches. */
  static Jars in(Path directory) {
    return module -> directory.resolve(module + ".jar");
  }

  /** The jars that the last build left in the modules below the project's root. */
  static Jars built(Path root) {
    return module -> {
      Path target = root.resolve(module).resolve("target");
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> file.getFileName().toString().matches(module + "-[0-9][^/]*\\.jar"))
            .filter(file -> !file.getFileName().toString().contains("-sources"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no jar of " + module + " is built"));
      } catch (IOException e) {
        throw new UncheckedIOException("no jar of " + module + " is built", e);
      }
    };
  }
}
