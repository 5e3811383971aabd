package org.homeward.schema.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The words of one language for codes. A code is named by its list, which is the name of its schema
 * and of its record, and by itself, as {@code HairColour} and {@code BROWN}.
 */
public final class Vocabulary {

  /** BCP 47; every code has a word in each of them. */
  public static final List<String> LANGUAGES = List.of("sr-Latn", "sr-Cyrl", "en", "el");

  private static final Map<String, Vocabulary> ALL = load();

  private final Map<String, Word> words;

  private Vocabulary(Map<String, Word> words) {
    this.words = Map.copyOf(words);
  }

  /** A word or a few. */
  public record Word(String text, Approval approval) {}

  /** Empty for a language that is not one of {@link #LANGUAGES}. */
  public static Optional<Vocabulary> in(String language) {
    return Optional.ofNullable(ALL.get(language));
  }

  /** Empty for a code of a newer list: it has no word, and never another code's. */
  public Optional<Word> word(String list, String code) {
    return Optional.ofNullable(words.get(list + "." + code));
  }

  /** A word that may go out to people who cannot ask what it means. */
  public Optional<String> approved(Enum<?> code) {
    return word(code.getDeclaringClass().getSimpleName(), code.name())
        .filter(word -> word.approval() == Approval.APPROVED)
        .map(Word::text);
  }

  /** All codes that have a word, each as {@code HairColour.BROWN}. */
  Set<String> codes() {
    return words.keySet();
  }

  private static Map<String, Vocabulary> load() {
    Map<String, Vocabulary> all = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      Map<String, Word> words = new HashMap<>();
      for (Approval approval : Approval.values()) {
        read(approval, language)
            .forEach((code, text) -> add(words, code.toString(), text.toString(), approval));
      }
      all.put(language, new Vocabulary(words));
    }
    return Map.copyOf(all);
  }

  private static void add(Map<String, Word> words, String code, String text, Approval approval) {
    if (words.put(code, new Word(text, approval)) != null) {
      throw new IllegalStateException(code + " is approved and a draft");
    }
  }

  /** Empty when nothing in this language is in that state. */
  private static Properties read(Approval approval, String language) {
    String name = "/vocabulary/" + approval.folder() + "/" + language + ".properties";
    var words = new Properties();
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in != null) {
        words.load(new InputStreamReader(in, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
