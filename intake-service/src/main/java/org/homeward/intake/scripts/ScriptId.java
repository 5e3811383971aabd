package org.homeward.intake.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A text for one occasion in one language: {@code CHILD_CALLS.en}. */
record ScriptId(Occasion occasion, String language) {

  /** Those in which pages can be read; Serbian in Cyrillic letters is made from the Latin ones. */
  static final List<String> LANGUAGES = List.of("sr-Latn", "en", "el");

  static Optional<ScriptId> of(String text) {
    return all().filter(each -> each.text().equals(text)).findFirst();
  }

  /** All there can be, by occasion. */
  static Stream<ScriptId> all() {
    return Arrays.stream(Occasion.values())
        .flatMap(occasion -> LANGUAGES.stream().map(language -> new ScriptId(occasion, language)));
  }

  String text() {
    return occasion + "." + language;
  }
}
