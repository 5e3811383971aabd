package org.homeward.console.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The words of all rooms, a file for each room and language: {@code words/<room>.<tag>.properties}.
 * Serbian in Cyrillic letters is made from the Latin ones.
 */
public final class WordFiles {

  /** Rooms with words of their own; {@code codes} has lists that the schema does not have. */
  private static final List<String> ROOMS =
      List.of(
          "pages",
          "codes",
          "login",
          "live",
          "desk",
          "finding",
          "calls",
          "children",
          "work",
          "shifts",
          "oncall",
          "scripts",
          "tips",
          "notices",
          "preferences",
          "intake",
          "cases",
          "alerts",
          "posters",
          "reviews",
          "risk",
          "ending",
          "family",
          "carefiles",
          "providers",
          "referrals",
          "support",
          "photos",
          "imports",
          "handovers",
          "partners",
          "police",
          "registers",
          "health",
          "oversight");

  private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);

  private WordFiles() {}

  /** Reads all files of the languages that are ready. */
  public static WordFiles read() {
    var files = new WordFiles();
    for (Language language : Language.ready()) {
      files.words.put(
          language,
          language == Language.SERBIAN_CYRILLIC
              ? inCyrillic(files.of(Language.SERBIAN))
              : ofRooms(language));
    }
    return files;
  }

  /** Serbian has one file for both alphabets, so the two never say different things. */
  private static Map<String, String> inCyrillic(Map<String, String> latin) {
    return latin.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, word -> SerbianLetters.cyrillic(word.getValue())));
  }

  private static Map<String, String> ofRooms(Language language) {
    Map<String, String> all = new TreeMap<>();
    ROOMS.forEach(room -> add(all, "/words/" + room + "." + language.tag() + ".properties"));
    return Map.copyOf(all);
  }

  private static void add(Map<String, String> all, String file) {
    var properties = new Properties();
    try (InputStream in = WordFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      properties.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.forEach(
        (key, text) -> {
          if (all.put((String) key, (String) text) != null) {
            throw new IllegalStateException(key + " stands in two files, one is " + file);
          }
        });
  }

  /** By key. */
  public Map<String, String> of(Language language) {
    return words.getOrDefault(language, Map.of());
  }
}
