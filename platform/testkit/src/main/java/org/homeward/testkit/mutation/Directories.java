package org.homeward.testkit.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what a run has left, even while other processes delete parts of it. */
final class Directories {
  private Directories() {}

  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> below = Files.walk(directory)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException vanishing) {
      return; // the next run deletes it
    }
    for (Path path : all) {
      try {
        Files.deleteIfExists(path);
      } catch (DirectoryNotEmptyException | NoSuchFileException vanishing) {
        // a killed process may still write; the next run deletes it
      }
    }
  }
}
