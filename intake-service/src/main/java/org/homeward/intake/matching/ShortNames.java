package org.homeward.intake.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which names are short for which, by how they sound: in any script. */
final class ShortNames {

  private static final String FILE = "/matching/short-names.txt";
  private static final ShortNames KNOWN = read();

  private final Map<String, Set<Integer>> bySound = new HashMap<>();

  private ShortNames() {}

  /** Those of the file that comes with the program. */
  static ShortNames known() {
    return KNOWN;
  }

  /** The groups that have a name of one of these sounds. */
  Set<Integer> groups(Collection<String> sounds) {
    Set<Integer> groups = new HashSet<>();
    sounds.forEach(sound -> groups.addAll(bySound.getOrDefault(sound, Set.of())));
    return groups;
  }

  /** A line is a group; empty ones and those that begin with a number sign are for people. */
  private static ShortNames read() {
    var names = new ShortNames();
    try (InputStream file = Objects.requireNonNull(ShortNames.class.getResourceAsStream(FILE));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      int group = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          names.add(group++, line.split("[ ,]+"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private void add(int group, String... line) {
    for (String name : line) {
      for (String way : Readings.of(name.toLowerCase(Locale.ROOT)).ways()) {
        Sounds.of(way)
            .forEach(sound -> bySound.computeIfAbsent(sound, _ -> new HashSet<>()).add(group));
      }
    }
  }
}
