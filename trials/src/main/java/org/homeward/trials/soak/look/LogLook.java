package org.homeward.trials.soak.look;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Searches a node's log files from where the last search ended. */
final class LogLook {
  private static final int MOST = 50_000_000;

  private final Path logs;
  private final Map<Path, Long> read = new HashMap<>();

  LogLook(Path logs) {
    this.logs = logs;
  }

  /** Returns the files that contain forbidden words. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (new Planted().isIn(news(file))) {
          troubles.add(file.getFileName() + " holds what it must not");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return troubles;
  }

  private byte[] news(Path file) throws IOException {
    try (var open = new RandomAccessFile(file.toFile(), "r")) {
      long from = read.getOrDefault(file, 0L);
      from = from > open.length() ? 0 : from; // it was begun anew
      byte[] bytes = new byte[(int) Math.min(MOST, open.length() - from)];
      open.seek(from);
      open.readFully(bytes);
      read.put(file, from + bytes.length);
      return bytes;
    }
  }
}
