package org.homeward.trials.story.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Searches for confidential words in places that must not contain them. */
public final class PlantedWords {
  private final List<Set<String>> words;

  /**
   * @param words each is found plain, percent-encoded and as ASCII JSON escapes it
   */
  public PlantedWords(List<String> words) {
    this.words = words.stream().map(PlantedWords::spellings).toList();
  }

  /** Returns the places that contain a word, never the word itself. */
  public List<String> inText(String place, String text) {
    return search(place, text.getBytes(UTF_8));
  }

  public List<String> inFiles(Path directory) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        found.addAll(search(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private List<String> search(String place, byte[] bytes) {
    String text = new String(bytes, ISO_8859_1); // a char for each byte, whatever they mean
    List<String> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).stream().anyMatch(text::contains)) {
        found.add("planted word " + (i + 1) + " in " + place);
      }
    }
    return found;
  }

  private static Set<String> spellings(String word) {
    var escaped = new StringBuilder();
    word.chars()
        .forEach(c -> escaped.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(new String(word.getBytes(UTF_8), ISO_8859_1));
    spellings.add(URLEncoder.encode(word, UTF_8));
    spellings.add(URLEncoder.encode(word, UTF_8).replace("+", "%20"));
    spellings.add(escaped.toString());
    return spellings;
  }
}
