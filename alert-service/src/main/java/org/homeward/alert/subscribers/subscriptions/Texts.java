package org.homeward.alert.subscribers.subscriptions;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The words of mails and pages, in every language; a missing one is found at the start. */
final class Texts {

  private final Map<Language, Properties> words = new EnumMap<>(Language.class);

  Texts() {
    for (Language language : Language.values()) {
      words.put(language, load(language));
    }
    Set<Object> names = load(Language.EN).keySet();
    for (Map.Entry<Language, Properties> each : words.entrySet()) {
      if (!each.getValue().keySet().equals(names)) {
        throw new IllegalStateException("the texts in " + each.getKey() + " are not complete");
      }
    }
  }

  String of(Language language, String name) {
    String text = Objects.requireNonNull(words.get(language)).getProperty(name);
    if (text == null) {
      throw new IllegalArgumentException("there is no text " + name);
    }
    return text;
  }

  /** As it can stand between tags and in attributes. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Properties load(Language language) {
    String name = "/texts/subscriptions." + language.code() + ".properties";
    try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      var properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
