package org.homeward.console.facts;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says in one line which case it is. */
public final class CaseWords {

  private static final int CODE_LENGTH = 6;

  private CaseWords() {}

  /** The code by which people name the case on the telephone: the beginning of its id. */
  public static String code(String node, String id) {
    String letters = id.replace("-", "").toUpperCase(Locale.ROOT);
    String letters6 = letters.substring(0, Math.min(CODE_LENGTH, letters.length()));
    return node.toUpperCase(Locale.ROOT) + "-" + letters6;
  }

  /** Its children, as far as the reader may know them: who, and how old. */
  public static String children(Words words, JsonNode facts) {
    String named =
        facts
            .path("children")
            .valueStream()
            .map(child -> child(words, child))
            .collect(Collectors.joining("; "));
    return named.isEmpty() ? words.say("case.child.unknown") : named;
  }

  /** Its children without their names, for titles; empty where nothing is known of them. */
  public static String nameless(Words words, JsonNode facts) {
    return facts
        .path("children")
        .valueStream()
        .map(child -> line(words, child, ""))
        .collect(Collectors.joining("; "));
  }

  /** One child. */
  public static String child(Words words, JsonNode child) {
    String name =
        Objects.requireNonNullElse(
            child
                .path("names")
                .valueStream()
                .min((a, b) -> latinFirst(a) - latinFirst(b))
                .map(found -> found.path("full").asString(""))
                .orElse(""),
            "");
    return line(words, child, name);
  }

  private static String line(Words words, JsonNode child, String name) {
    JsonNode age = child.path("ageYears");
    String years =
        age.isMissingNode()
            ? ""
            : age.path("from").asInt(0) == age.path("to").asInt(0)
                ? words.count("case.age", age.path("from").asInt(0))
                : words.say("case.age.between", age.path("from").asInt(0), age.path("to").asInt(0));
    String who = words.say("case.child." + sex(child));
    String said =
        Stream.of(name, who, years)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return said.substring(0, 1).toUpperCase(words.language().locale()) + said.substring(1);
  }

  private static int latinFirst(JsonNode name) {
    return name.path("script").asString("").equals("Latn") ? 0 : 1;
  }

  private static String sex(JsonNode child) {
    return switch (child.path("sex").asString("")) {
      case "FEMALE" -> "girl";
      case "MALE" -> "boy";
      default -> "child";
    };
  }

  /**
   * The level of its risk; {@code UNKNOWN} where somebody asked and nobody knew, {@code NOT_STATED}
   * where nobody has assessed it.
   */
  public static String risk(JsonNode facts) {
    return facts
        .path("risk")
        .path("level")
        .asString(facts.path("answers").has("risk") ? "UNKNOWN" : "NOT_STATED");
  }

  /** When its child was seen last. */
  public static Optional<Instant> lastSeen(JsonNode facts) {
    return FactWords.instant(facts.path("lastSeen").path("at"));
  }

  /** The locality, without the exact place. */
  public static String locality(JsonNode facts) {
    return town(facts.path("lastSeen"));
  }

  /** Where somebody was seen, without the exact place if there is a town. */
  static String town(JsonNode seen) {
    JsonNode place = seen.path("place");
    return place.path("locality").asString(place.path("text").asString(""));
  }
}
