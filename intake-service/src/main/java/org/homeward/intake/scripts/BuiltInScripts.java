package org.homeward.intake.scripts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;

/**
 * The texts that come with intake. They are proposals: each hotline has a supervisor read, mend and
 * approve them.
 */
final class BuiltInScripts {

  /** Nobody of the hotline has written them. */
  private static final String BY = "intake";

  private static final Instant WRITTEN = Instant.parse("2026-11-29T00:00:00Z");

  private final Properties texts = new Properties();

  private BuiltInScripts() {}

  static BuiltInScripts read() {
    var all = new BuiltInScripts();
    for (String language : ScriptId.LANGUAGES) {
      all.add(language);
    }
    return all;
  }

  private void add(String language) {
    var here = new Properties();
    String file = "/scripts/" + language + ".properties";
    try (InputStream in = BuiltInScripts.class.getResourceAsStream(file)) {
      if (in == null) {
        return; // nothing is proposed in this language
      }
      here.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    here.forEach((occasion, text) -> texts.put(occasion + "." + language, text));
  }

  /** The texts that stand as long as nobody has proposed others. */
  Script of(ScriptId id) {
    String text = texts.getProperty(id.text());
    return text == null ? Script.NONE : Script.NONE.proposing(text, BY, WRITTEN);
  }
}
