package org.homeward.console.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.homeward.schema.json.Json;

/** Texts that would be markup or script on a careless page. */
public final class HostileTexts {

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

  private static final List<String> ALL = read();

  private HostileTexts() {}

  /** Ours, and those of the conformance material where that is on this machine. */
  public static List<String> all() {
    return ALL;
  }

  private static List<String> read() {
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
    return List.copyOf(texts);
  }

  /**
   * The tags of a page in their order, without the values of attributes. Read by hand: a regular
   * expression took most of the time of these tests.
   */
  public static List<String> tags(String html) {
    List<String> tags = new ArrayList<>();
    int at = html.indexOf('<');
    while (at >= 0) {
      int end = end(html, at);
      if (end > 0) {
        tags.add(withoutValues(html.substring(at, end)));
      }
      at = html.indexOf('<', end > 0 ? end : at + 1);
    }
    return tags;
  }

  /** Behind the tag that begins there; -1 where none does. */
  private static int end(String html, int begin) {
    if (begin + 1 >= html.length() || !beginsTag(html.charAt(begin + 1))) {
      return -1;
    }
    int at = begin + 2;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        return at + 1;
      }
      if (c == '"' || c == '\'') {
        at = html.indexOf(c, at + 1);
        if (at < 0) {
          return -1;
        }
      }
      at++;
    }
    return -1;
  }

  private static boolean beginsTag(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
  }

  private static String withoutValues(String tag) {
    var bare = new StringBuilder();
    int from = 0;
    int value = tag.indexOf("=\"");
    while (value >= 0) {
      bare.append(tag, from, value + 2);
      from = Math.max(tag.indexOf('"', value + 2), value + 2);
      value = tag.indexOf("=\"", from + 1);
    }
    return bare.append(tag, from, tag.length()).toString();
  }
}
