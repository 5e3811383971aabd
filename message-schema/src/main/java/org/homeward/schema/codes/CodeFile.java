package org.homeward.schema.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A list in the folder codes: lines of a key and the codes below it; a key may have many lines. */
final class CodeFile {

  private CodeFile() {}

  static Map<String, Set<String>> read(String name) {
    String path = "/codes/" + name;
    Map<String, Set<String>> codes = new TreeMap<>();
    try (InputStream in = Objects.requireNonNull(CodeFile.class.getResourceAsStream(path), path);
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ")))
          .forEach(
              line ->
                  codes
                      .computeIfAbsent(line.getFirst(), key -> new LinkedHashSet<>())
                      .addAll(line.subList(1, line.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(codes);
  }
}
