package org.homeward.console.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.homeward.schema.json.Json;

/** Texts that would be markup or script on a careless page. */
public final class HostileTexts {

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!](?:[^\"'>]|\"[^\"]*\"|'[^']*')*>");
  private static final Pattern VALUES = Pattern.compile("=\"[^\"]*\"");

  private static final List<String> OURS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' autofocus onfocus='alert(1)",
          "</textarea><script>alert(1)</script>",
          "</bdi></dd><hr>",
          "javascript:alert(1)",
          "{{7*7}} ${7*7} @if(true) !{var x = 1;}",
          "<!--",
          "-->",
          "]]>",
          "&amp;&lt;&#60;",
          "\\u003cscript\\u003e",
          "a\u202eb\u2066c",
          "\ud83d\udc67\ud83c\udffd",
          "Страхиња Кестенаревић",
          "محمد بن سلمان",
          "hx-on:click=alert(1) hx-get=/x",
          "Robert'); DROP TABLE cases;--",
          "x".repeat(4000));

  private HostileTexts() {}

  /** Ours, and those of the conformance material where that is on this machine. */
  public static List<String> all() {
    List<String> texts = new ArrayList<>(OURS);
    String named = System.getenv("CONFORMANCE_DIR");
    Path strings =
        Path.of(named == null ? "../../shared/conformance" : named, "abuse/strings/blns.json");
    if (Files.exists(strings)) {
      try {
        Json.mapper()
            .readTree(Files.readString(strings))
            .valueStream()
            .map(text -> text.asString(""))
            .filter(text -> !text.isBlank() && text.codePoints().noneMatch(Character::isISOControl))
            .forEach(texts::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The tags of a page in their order, without the values of attributes. */
  public static List<String> tags(String html) {
    return TAG.matcher(html)
        .results()
        .map(found -> VALUES.matcher(found.group()).replaceAll("=\"\""))
        .toList();
  }
}
