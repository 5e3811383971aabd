package org.homeward.console.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Language;
import org.homeward.schema.codes.NumberingPlans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Turns typed answers into values. It judges nothing that the API judges too: what it cannot write
 * as the API asks, it writes as it was typed, and the API names the field.
 */
final class AnswerValue {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Typed typed;
  private final Language language;
  private final ZoneId zone;
  private final String country;

  /**
   * @param language in which free text is typed
   * @param zone in which times are typed
   * @param country where numbers are dialled that name no country
   */
  AnswerValue(Typed typed, Language language, ZoneId zone, String country) {
    this.typed = typed;
    this.language = language;
    this.zone = zone;
    this.country = country;
  }

  /** Empty where nothing is stated. */
  Optional<JsonNode> of(Question question) {
    String given = typed.of(question.name());
    if (question.kind() == Question.Kind.SOME_OF) {
      return list(typed.all(question.name()).stream());
    }
    if (given.isEmpty() || question.isUnanswered(given)) {
      return Optional.empty();
    }
    return switch (question.kind()) {
      case LINE, ONE_OF, HOUR -> Optional.of(NODES.stringNode(given));
      case TEXT -> Optional.of(text(typed.raw(question.name())));
      case PHONE -> Optional.of(NODES.stringNode(phone(given)));
      case COUNTRY -> Optional.of(NODES.stringNode(countryCode(given)));
      case NAME -> Optional.of(name(given));
      case NUMBER -> Optional.of(number(given));
      case RANGE -> Optional.of(range(given));
      case LOCAL_TIME -> Optional.of(time(given));
      case YES_NO -> Optional.of(NODES.booleanNode(given.equals("YES")));
      case COUNTRIES -> list(listed(given).map(this::countryCode));
      case LANGUAGES -> list(listed(given).map(this::languageCode));
      case PHONES -> list(listed(given).map(this::phone));
      case SOME_OF -> throw new IllegalStateException("is written above");
    };
  }

  private static Optional<JsonNode> list(Stream<String> texts) {
    ArrayNode list = NODES.arrayNode();
    texts.forEach(list::add);
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static Stream<String> listed(String given) {
    return Stream.of(given.split("[,;\\n]", -1)).map(String::strip).filter(one -> !one.isEmpty());
  }

  /** People say a number of their own country as they dial it. */
  private String phone(String given) {
    String dialled = given.replaceAll("[\\s()/.-]", "").replaceFirst("^00", "+");
    return dialled.startsWith("+")
        ? dialled
        : NumberingPlans.e164(dialled, country).orElse(dialled);
  }

  /** People say the country's name, in the language of the page or in English. */
  private String countryCode(String given) {
    return Stream.of(Locale.getISOCountries())
        .filter(
            code ->
                Stream.of(language.locale(), Locale.ENGLISH)
                    .map(Locale.of("", code)::getDisplayCountry)
                    .anyMatch(given::equalsIgnoreCase))
        .findFirst()
        .orElseGet(() -> given.toUpperCase(Locale.ROOT));
  }

  /** The same with the name of a language. */
  private String languageCode(String given) {
    return Stream.of(Locale.getISOLanguages())
        .filter(
            code ->
                Stream.of(language.locale(), Locale.ENGLISH)
                    .map(Locale.of(code)::getDisplayLanguage)
                    .anyMatch(given::equalsIgnoreCase))
        .findFirst()
        .orElse(given);
  }

  private JsonNode text(String raw) {
    return NODES.objectNode().put("language", language.tag()).put("text", lines(raw));
  }

  /** Browsers end lines with both. */
  private static String lines(String raw) {
    return raw.strip().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static JsonNode name(String given) {
    return NODES.objectNode().put("full", given).put("script", script(given)).put("kind", "NATIVE");
  }

  /** The script of its first letter; people type a name in one. */
  private static String script(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .findFirst()
        .map(
            script ->
                switch (script) {
                  case CYRILLIC -> "Cyrl";
                  case GREEK -> "Grek";
                  case ARABIC -> "Arab";
                  default -> "Latn";
                })
        .orElse("Latn");
  }

  private static JsonNode number(String given) {
    return WHOLE.matcher(given).matches()
        ? NODES.numberNode(Integer.parseInt(given))
        : NODES.stringNode(given);
  }

  private static JsonNode range(String given) {
    Matcher range = RANGE.matcher(given);
    if (!range.matches()) {
      return NODES.stringNode(given);
    }
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
    return NODES.objectNode().put("from", from).put("to", to);
  }

  private JsonNode time(String given) {
    try {
      return NODES.stringNode(LocalDateTime.parse(given).atZone(zone).toInstant().toString());
    } catch (DateTimeException asTyped) {
      return NODES.stringNode(given);
    }
  }

  /** The values as they stand in the fields of a form: the way back. */
  static List<String> typed(Question question, JsonNode value, ZoneId zone) {
    if (value.isMissingNode()) {
      return List.of();
    }
    return switch (question.kind()) {
      case SOME_OF -> value.valueStream().map(code -> code.asString("")).toList();
      case COUNTRIES, LANGUAGES, PHONES ->
          List.of(String.join(", ", value.valueStream().map(each -> each.asString("")).toList()));
      case TEXT -> List.of(value.path("text").asString(""));
      case NAME -> List.of(value.path("full").asString(""));
      case RANGE -> List.of(range(value));
      case YES_NO -> List.of(value.asBoolean(false) ? "YES" : "NO");
      case LOCAL_TIME -> List.of(local(value, zone));
      case NUMBER -> List.of(String.valueOf(value.asInt(0)));
      case LINE, ONE_OF, PHONE, COUNTRY, HOUR -> List.of(value.asString(""));
    };
  }

  private static String range(JsonNode range) {
    int from = range.path("from").asInt(0);
    int to = range.path("to").asInt(0);
    return from == to ? "" + from : from + "–" + to;
  }

  private static String local(JsonNode at, ZoneId zone) {
    return FactWords.instant(at)
        .map(instant -> LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES))
        .map(LocalDateTime::toString)
        .orElse("");
  }
}
