package org.homeward.alert.orders.posters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own sentences on a poster, in one language; none of them is about a child. */
final class PosterWords {

  private static final Map<String, PosterWords> ALL =
      Stream.of("el", "en", "sr").collect(Collectors.toMap(each -> each, PosterWords::load));

  private final Properties sentences;

  private PosterWords(Properties sentences) {
    this.sentences = sentences;
  }

  /** Those in which alerts are written. */
  static PosterWords in(String language) {
    PosterWords words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no alert is written in this language");
    }
    return words;
  }

  String foot(String printed, String code) {
    return text("foot").replace("{date}", printed).replace("{code}", code);
  }

  String exercise() {
    return text("exercise");
  }

  private String text(String key) {
    String text = sentences.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no sentence " + key);
    }
    return text;
  }

  private static PosterWords load(String language) {
    String name = "/poster-words/" + language + ".properties";
    try (InputStream in = PosterWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      var sentences = new Properties();
      sentences.load(new InputStreamReader(in, UTF_8));
      return new PosterWords(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
