package org.homeward.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that a browser gets while the console is away. It is whole by itself, because nothing
 * else could be loaded, and nothing of the request stands in it but the order of the languages.
 */
final class AwayPage {

  /** For which pages it stands. */
  enum Reader {
    STAFF,
    NOTICE,
    TIP
  }

  /** Whether the browser has sent a form, and whether the console may have it. */
  enum Form {
    READ,
    NOT_SENT,
    UNSURE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> TAGS = List.of("sr-Latn", "sr-Cyrl", "en", "el");
  private static final List<String> WORKS = List.of("phone", "others", "programs", "host");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String STYLE = text("away.css");

  private final Map<String, Properties> words = new LinkedHashMap<>();
  private final AwaySettings numbers;

  AwayPage(AwaySettings numbers) {
    this.numbers = numbers;
    TAGS.forEach(tag -> words.put(tag, read(tag)));
  }

  /** Lets the browser use the style of the page, which stands in it, and nothing else. */
  static String policy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(STYLE)
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** All languages, one below the other; those that the browser asks for come first. */
  String html(Reader reader, Form form, List<Locale> wished) {
    List<String> order = order(wished);
    String first = order.getFirst();
    var page = new StringBuilder("<!doctype html>\n");
    page.append("<html lang=\"").append(first).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<title>").append(title(reader, form, first)).append("</title>\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.append("<meta name=\"robots\" content=\"noindex, noarchive, nosnippet\">\n");
    page.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<nav>\n");
    order.forEach(tag -> page.append(link(tag)));
    page.append("</nav>\n<main>\n");
    for (String tag : order) {
      String heading = tag.equals(first) ? "h1" : "h2";
      page.append(section(reader, form, tag, heading));
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private String link(String tag) {
    return "<a href=\"#%1$s\" lang=\"%1$s\">%2$s</a>\n".formatted(tag, say(tag, "language"));
  }

  private String title(Reader reader, Form form, String tag) {
    return say(tag, titleKey(reader, form)).replaceAll("<[^>]*>", "");
  }

  private static String titleKey(Reader reader, Form form) {
    return switch (reader) {
      case STAFF -> "staff.title";
      case NOTICE -> "notice.title";
      case TIP -> form == Form.UNSURE ? "tip.unsure" : "tip.title";
    };
  }

  private String section(Reader reader, Form form, String tag, String heading) {
    var section = new StringBuilder("<section id=\"%1$s\" lang=\"%1$s\">\n".formatted(tag));
    if (reader == Reader.TIP) {
      section.append("<p><a href=\"https://www.wikipedia.org/\" rel=\"noreferrer\">");
      section.append(say(tag, "tip.leave")).append("</a></p>\n");
    }
    section.append(element(heading, say(tag, titleKey(reader, form))));
    switch (reader) {
      case STAFF -> section.append(forStaff(form, tag));
      case NOTICE ->
          section
              .append(element("p", say(tag, "notice.lead")))
              .append(element("p", say(tag, "notice.call")))
              .append(element("p", say(tag, "danger")));
      case TIP ->
          section
              .append(element("p", say(tag, form == Form.UNSURE ? "tip.unsure.lead" : "tip.lead")))
              .append(element("p", say(tag, "danger")));
    }
    return section.append("</section>\n").toString();
  }

  private String forStaff(Form form, String tag) {
    return element("p", say(tag, "staff.lead"))
        + element("p", say(tag, "staff." + form.id()))
        + element("h3", say(tag, "staff.works"))
        + WORKS.stream()
            .map(what -> element("li", say(tag, "staff.works." + what)))
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"))
        + element("p", say(tag, "staff.call"));
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
  }

  private String say(String tag, String key) {
    String said = escaped(requireNonNull(words.get(tag)).getProperty(key));
    return CODE.matcher(said)
        .replaceAll("<code>$1</code>")
        .replace("{0}", number(numbers.dialled(), numbers.hotline()))
        .replace("{1}", number(numbers.emergencySerbia(), numbers.emergencySerbia()))
        .replace("{2}", number(numbers.emergencyEu(), numbers.emergencyEu()));
  }

  private static String number(String dialled, String shown) {
    return "<a class=\"number\" href=\"tel:" + escaped(dialled) + "\">" + escaped(shown) + "</a>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Each wish brings the first language that answers it to the front, in the order of wishes. */
  private static List<String> order(List<Locale> wished) {
    List<String> order = new ArrayList<>();
    for (Locale wish : wished) {
      TAGS.stream().filter(tag -> answers(tag, wish)).findFirst().ifPresent(order::add);
    }
    order.addAll(TAGS);
    return order.stream().distinct().toList();
  }

  private static boolean answers(String tag, Locale wish) {
    Locale ours = Locale.forLanguageTag(tag);
    return ours.getLanguage().equals(wish.getLanguage())
        && (wish.getScript().isEmpty()
            || ours.getScript().isEmpty()
            || ours.getScript().equals(wish.getScript()));
  }

  private static Properties read(String tag) {
    try (InputStream in = file(tag + ".properties");
        var reader = new InputStreamReader(in, UTF_8)) {
      var words = new Properties();
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = file(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream file(String name) throws IOException {
    InputStream in = AwayPage.class.getResourceAsStream("/away/" + name);
    if (in == null) {
      throw new IOException("away/" + name + " is missing");
    }
    return in;
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
