package org.homeward.console.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says facts in a reader's language, in the order of a call. */
public final class FactWords {

  private static final List<String> OF_CASE =
      List.of(
          "category",
          "risk",
          "lastSeen",
          "circumstances",
          "companions",
          "vehicle",
          "destinations",
          "sightings",
          "policeTold",
          "courtOrders",
          "feared",
          "warnings",
          "reporter",
          "childWords",
          "shelter",
          "notes");
  private static final List<String> OF_CHILD =
      List.of(
          "names",
          "born",
          "ageYears",
          "sex",
          "nationalities",
          "languages",
          "heightCm",
          "hair",
          "eyes",
          "marks",
          "clothing",
          "medical",
          "selfHarmRisk",
          "home",
          "school",
          "phones",
          "handles",
          "exploitation",
          "sleepingRough");

  /** Those of them that each call asks for. */
  private static final List<String> ASKED_OF_CASE =
      List.of(
          "category",
          "risk",
          "lastSeen",
          "circumstances",
          "companions",
          "vehicle",
          "destinations",
          "policeTold",
          "courtOrders",
          "feared",
          "warnings",
          "reporter");

  private static final List<String> ASKED_OF_CHILD =
      List.of(
          "names",
          "ageYears",
          "sex",
          "phones",
          "heightCm",
          "hair",
          "eyes",
          "clothing",
          "medical",
          "selfHarmRisk");

  private final Words words;
  private final Instant now;
  private final boolean zoned;

  public FactWords(Words words, Instant now) {
    this(words, now, false);
  }

  private FactWords(Words words, Instant now, boolean zoned) {
    this.zoned = zoned;
    this.words = words;
    this.now = now;
  }

  /** The facts of the case that are stated or answered; those of its children are apart. */
  public List<Fact> ofCase(JsonNode says) {
    return facts(says, OF_CASE);
  }

  /** The facts about one child. */
  public List<Fact> ofChild(JsonNode child) {
    return facts(child, OF_CHILD);
  }

  /** The fields about the case that each call asks for, and that have neither value nor answer. */
  public static List<String> notAskedOfCase(JsonNode says) {
    return notAsked(says, ASKED_OF_CASE);
  }

  /** The same of one child. */
  public static List<String> notAskedOfChild(JsonNode child) {
    return notAsked(child, ASKED_OF_CHILD).stream()
        .filter(field -> !field.equals("ageYears") || !child.has("born"))
        .toList();
  }

  private static List<String> notAsked(JsonNode says, List<String> fields) {
    return fields.stream()
        .filter(field -> !says.has(field) && !says.path("answers").has(field))
        .toList();
  }

  private List<Fact> facts(JsonNode says, List<String> fields) {
    List<Fact> facts = new ArrayList<>();
    for (String field : fields) {
      JsonNode value = says.path(field);
      String answer = says.path("answers").path(field).asString("");
      String label = words.say("fact." + field);
      if (!value.isMissingNode()) {
        facts.add(new Fact(field, label, value(field, value), false));
      } else if (!answer.isEmpty()) {
        facts.add(new Fact(field, label, words.code("Answer", answer), true));
      }
    }
    return facts;
  }

  /** What was said instead of a value. */
  String answer(String answer) {
    return words.code("Answer", answer);
  }

  /** What a fact is or was, in words. */
  public String value(String field, JsonNode value) {
    return switch (field) {
      case "category" -> words.code("Category", value.asString(""));
      case "risk" -> risk(value);
      case "lastSeen" -> lastSeen(value);
      case "companions" -> lines(value, this::companion);
      case "vehicle" -> vehicle(value);
      case "destinations" -> lines(value, this::place);
      case "sightings" -> lines(value, this::sighting);
      case "home", "shelter" -> place(value);
      case "policeTold" -> policeTold(value);
      case "courtOrders" -> codes("CourtOrder", value);
      case "feared" -> codes("Feared", value);
      case "warnings" -> codes("PoliceWarning", value);
      case "exploitation" -> codes("ExploitationForm", value);
      case "reporter" -> reporter(value);
      case "sex" -> words.code("Sex", value.asString(""));
      case "hair" -> words.code("HairColour", value.asString(""));
      case "eyes" -> words.code("EyeColour", value.asString(""));
      case "languages" ->
          joined(value.valueStream().map(each -> words.languageName(each.asString(""))), ", ");
      case "names" -> lines(value, name -> name.path("full").asString(""));
      case "ageYears" -> range(value);
      case "heightCm" -> range(value) + " cm";
      case "marks" -> lines(value, mark -> described("MarkKind", "kind", mark));
      case "clothing" -> lines(value, garment -> described("Garment", "garment", garment));
      case "medical" -> medical(value);
      case "selfHarmRisk", "sleepingRough" -> yesOrNo(value);
      case "handles" ->
          lines(
              value,
              handle ->
                  handle.path("service").asString("") + ": " + handle.path("name").asString(""));
      default -> plain(value);
    };
  }

  private String plain(JsonNode value) {
    if (value.isArray()) {
      return joined(value.valueStream().map(this::plain), ", ");
    }
    return value.isObject() ? value.path("text").asString("") : value.asString("");
  }

  private String yesOrNo(JsonNode value) {
    return words.say(value.asBoolean(false) ? "answer.yes" : "answer.no");
  }

  private String codes(String list, JsonNode codes) {
    return joined(codes.valueStream().map(code -> words.code(list, code.asString(""))), ", ");
  }

  private String inText(String list, JsonNode codes) {
    return joined(codes.valueStream().map(code -> words.codeInText(list, code.asString(""))), ", ");
  }

  private static String lines(JsonNode values, Function<JsonNode, String> say) {
    return joined(values.valueStream().map(say), "\n");
  }

  static String joined(Stream<String> parts, String between) {
    return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(between));
  }

  private static String range(JsonNode range) {
    int from = range.path("from").asInt(0);
    int to = range.path("to").asInt(0);
    return from == to ? "" + from : from + "–" + to;
  }

  private String risk(JsonNode risk) {
    return joined(
        Stream.of(
            words.code("risk", risk.path("level").asString("")),
            inText("RiskCriterion", risk.path("criteria"))),
        ": ");
  }

  /** When and where, with how far off the time may be. */
  String lastSeen(JsonNode seen) {
    String at = instant(seen.path("at")).map(this::when).orElse("");
    int within = seen.path("uncertaintyMinutes").asInt(0);
    String time =
        within == 0 || at.isEmpty()
            ? at
            : words.say("fact.within", at, words.count("fact.minutes", within));
    return joined(Stream.of(time, place(seen.path("place"))), "\n");
  }

  /** The same with each time's zone, for who may speak with somebody of another country. */
  public FactWords zoned() {
    return new FactWords(words, now, true);
  }

  private String when(Instant at) {
    String zone = zoned ? " " + words.offset(at) : "";
    return words.when(at, now) + zone + " (" + words.away(at, now) + ")";
  }

  private String place(JsonNode place) {
    String point =
        place.has("latitude")
            ? place.path("latitude").asString("") + ", " + place.path("longitude").asString("")
            : "";
    return joined(
        Stream.of(
            place.path("text").asString(""),
            place.path("locality").asString(""),
            place.path("country").asString(""),
            point),
        ", ");
  }

  private String sighting(JsonNode sighting) {
    return joined(
        Stream.of(
            lastSeen(sighting).replace("\n", ", "),
            sighting.path("direction").asString(""),
            sighting.path("companion").asString(""),
            sighting.path("text").path("text").asString(""),
            words.say(
                "fact.graded",
                words.codeInText("SourceGrade", sighting.path("source").asString("")),
                words.codeInText("InformationGrade", sighting.path("information").asString("")))),
        "\n");
  }

  private String companion(JsonNode companion) {
    return joined(
        Stream.of(
            words.code("CompanionRelation", companion.path("relation").asString("")),
            companion.path("name").path("full").asString(""),
            companion.path("description").path("text").asString("")),
        ", ");
  }

  private String vehicle(JsonNode vehicle) {
    return joined(
        Stream.of(
            vehicle.path("plate").asString(""),
            vehicle.path("country").asString(""),
            vehicle.path("make").asString(""),
            colour(vehicle),
            vehicle.path("description").path("text").asString("")),
        ", ");
  }

  private String colour(JsonNode of) {
    return of.has("colour") ? words.codeInText("Colour", of.path("colour").asString("")) : "";
  }

  private String described(String list, String field, JsonNode value) {
    String part =
        value.has("bodyPart")
            ? words.codeInText("BodyPart", value.path("bodyPart").asString(""))
            : "";
    String chosen =
        joined(
            Stream.of(words.code(list, value.path(field).asString("")), colour(value), part), ", ");
    String said = value.path("description").path("text").asString("");
    return joined(Stream.of(chosen, said), " – ");
  }

  private String policeTold(JsonNode told) {
    return joined(
        Stream.of(
            told.path("station").asString(""),
            instant(told.path("at")).map(this::when).orElse(""),
            told.path("reference").asString("")),
        ", ");
  }

  private String reporter(JsonNode reporter) {
    String relation =
        reporter.has("relation")
            ? words.code("ReporterRelation", reporter.path("relation").asString(""))
            : "";
    String agrees =
        reporter.has("agreesToPolice")
            ? words.say(
                reporter.path("agreesToPolice").asBoolean(false)
                    ? "fact.agreesToPolice"
                    : "fact.refusesPolice")
            : "";
    return joined(
        Stream.of(
            joined(
                Stream.of(
                    relation,
                    reporter.path("name").path("full").asString(""),
                    reporter.path("phone").asString(""),
                    callBetween(reporter.path("callBetween"))),
                ", "),
            reporter.path("safeContact").path("text").asString(""),
            agrees),
        "\n");
  }

  /** Stands beside the number, so that nobody rings it at another hour. */
  private String callBetween(JsonNode hours) {
    if (!hours.has("from")) {
      return "";
    }
    String zone = hours.path("zone").asString("");
    String said =
        words.say(
            "fact.callBetween", hours.path("from").asString(""), hours.path("to").asString(""));
    return zoned && !zone.isEmpty() ? said + " (" + zone + ")" : said;
  }

  private String medical(JsonNode medical) {
    String hours =
        medical.has("hoursTolerance")
            ? words.count("fact.hoursWithout", medical.path("hoursTolerance").asLong(0))
            : "";
    return joined(
        Stream.of(
            medical.path("condition").path("text").asString(""),
            medical.path("medicine").path("text").asString(""),
            hours),
        ", ");
  }

  /** Empty for what is no instant. */
  public static Optional<Instant> instant(JsonNode node) {
    try {
      return node.isString() ? Optional.of(Instant.parse(node.asString(""))) : Optional.empty();
    } catch (DateTimeException notOurForm) {
      return Optional.empty();
    }
  }
}
