package org.homeward.alert.orders.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.alert.node.LanguageTags;
import org.homeward.schema.values.Code;
import org.homeward.schema.vocabulary.Vocabulary;

/**
 * The approved words of one language in one version: our sentences, and the vocabulary's words for
 * codes.
 */
final class Words {

  /** Raised with every change of the sentences, and of an approved word that they are used with. */
  static final int VERSION = 4;

  /** The same of the sentences of text messages. */
  static final int SMS_VERSION = 1;

  static final Set<String> LANGUAGES = Set.of("el", "en", "sr");

  private static final Map<String, Words> ALL = load("v" + VERSION);
  private static final Map<String, Words> OF_SMS = load("sms-" + SMS_VERSION);

  private final String language;
  private final Properties sentences;
  private final Vocabulary vocabulary;

  Words(String language, Properties sentences, Vocabulary vocabulary) {
    this.language = language;
    this.sentences = sentences;
    this.vocabulary = vocabulary;
  }

  /** A text of an alert that no word was approved for; its language is left out. */
  static final class Missing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Missing(String key) {
      super(key);
    }
  }

  /** Empty when nothing was approved in this language. */
  static Optional<Words> in(String language) {
    return Optional.ofNullable(ALL.get(language));
  }

  /** Those of text messages. */
  static Optional<Words> ofSms(String language) {
    return Optional.ofNullable(OF_SMS.get(language));
  }

  String language() {
    return language;
  }

  String script() {
    return text("script");
  }

  /** A sentence of ours. */
  String text(String key) {
    String text = sentences.getProperty(key);
    if (text == null) {
      throw new Missing(key);
    }
    return text;
  }

  String text(String key, String place, String value) {
    return text(key).replace("{" + place + "}", value);
  }

  /**
   * The word for a code; empty for a code without meaning and for one of a newer list, which never
   * goes out as something else.
   *
   * @throws Missing when it is a code of ours that no word was approved for
   */
  Optional<String> word(Code<?> code) {
    Enum<?> value = code.value();
    return value.name().equals("OTHER")
        ? Optional.empty()
        : Optional.of(vocabulary.approved(value).orElseThrow(() -> new Missing(value.name())));
  }

  /** The keys of the sentences. */
  Set<String> sentences() {
    return sentences.stringPropertyNames();
  }

  private static Map<String, Words> load(String version) {
    Map<String, Words> all = new TreeMap<>();
    LANGUAGES.forEach(language -> all.put(language, load(version, language)));
    return all;
  }

  private static Words load(String version, String language) {
    String name = "/alert-words/" + version + "/" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      var sentences = new Properties();
      sentences.load(new InputStreamReader(in, UTF_8));
      return new Words(language, sentences, Vocabulary.in(LanguageTags.of(language)).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
