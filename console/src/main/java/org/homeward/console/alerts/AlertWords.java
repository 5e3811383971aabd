package org.homeward.console.alerts;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says in a reader's words what the API tells of an alert. */
public final class AlertWords {

  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader id of the person at the browser
   */
  public AlertWords(Words words, String node, String reader, Instant now) {
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  AlertLine line(JsonNode found) {
    String code = code(found);
    boolean isUpdate = found.has("author") && !status(found).equals("DRAFT");
    return new AlertLine(
        found.path("alert").asString(""),
        code,
        found.path("reference").asString(code),
        isUpdate ? "UPDATE" : status(found),
        found.path("exercise").asBoolean(false),
        area(found.path("area")),
        who(found),
        until(found),
        found.path("yours").asBoolean(false),
        note(found),
        when(found.path("since")));
  }

  private String note(JsonNode found) {
    return found.has("returned")
        ? returned(found.path("returned"))
        : found.has("author") ? words.say("alert.writtenBy", author(found.path("author"))) : "";
  }

  /** Everybody, or volunteers with their number where somebody counted. */
  private String who(JsonNode found) {
    String audience = found.path("audience").asString("");
    String people = audience.equals("PUBLIC") ? "" : people(found);
    return Stream.of(audience.isEmpty() ? "" : words.code("Audience", audience), people)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What is over has no time left. */
  private String until(JsonNode found) {
    boolean lasts = Set.of("DRAFT", "ACTIVE", "FROZEN").contains(status(found));
    return lasts && found.has("until") ? words.say("alerts.until", when(found.path("until"))) : "";
  }

  public String code(JsonNode found) {
    return CaseWords.code(node, found.path("case").asString(""));
  }

  static String status(JsonNode found) {
    return found.path("status").asString("");
  }

  /** Whole country, or its regions by name. */
  String area(JsonNode area) {
    String country = area.path("country").asString("");
    if (country.isEmpty()) {
      return "";
    }
    return area.path("regions").isEmpty()
        ? words.say("alert.area.whole", country(country))
        : area.path("regions")
            .valueStream()
            .map(region -> words.code("region", region.asString("")))
            .collect(Collectors.joining(", "));
  }

  String country(String code) {
    return Locale.of("", code).getDisplayCountry(words.language().locale());
  }

  /** Nobody at all is addressed, as far as somebody counted. */
  static boolean isForNobody(JsonNode alert) {
    JsonNode all = alert.path("addressees");
    return !isPublic(alert) && all.isNumber() && all.asLong(0) == 0;
  }

  static boolean isPublic(JsonNode alert) {
    return alert.path("audience").asString("").equals("PUBLIC");
  }

  /** No person is addressed, but systems or phones of organisations are. */
  boolean isForOrganisations(JsonNode alert) {
    JsonNode all = alert.path("addressees");
    long others = systemsOf(alert) + phonesOf(alert);
    return !isPublic(alert) && others > 0 && all.asLong(0) == others;
  }

  /** "1,240 people" without systems and phones of organisations; empty where nobody counted. */
  String people(JsonNode alert) {
    JsonNode all = alert.path("addressees");
    return all.isNumber() ? people(all.asLong(0) - systemsOf(alert) - phonesOf(alert)) : "";
  }

  /** The systems of organisations that get it too; empty where there are none. */
  String systems(JsonNode alert) {
    long systems = systemsOf(alert);
    return systems == 0 ? "" : figure(systems);
  }

  /** The phones of organisations that get it too; empty where there are none. */
  String phones(JsonNode alert) {
    long phones = phonesOf(alert);
    return phones == 0 ? "" : figure(phones);
  }

  private static long phonesOf(JsonNode alert) {
    return alert.at("/byChannel/SMS").asLong(0);
  }

  private static long systemsOf(JsonNode alert) {
    return alert.at("/byChannel/WEBHOOK").asLong(0);
  }

  String people(long count) {
    return words.count("alert.people", count).replace(String.valueOf(count), figure(count));
  }

  String figure(long count) {
    return NumberFormat.getIntegerInstance(words.language().locale()).format(count);
  }

  String returned(JsonNode returned) {
    return words.say(
        "alert.returned",
        words.codeInText("ReturnReason", returned.path("reason").asString("")),
        person(returned.path("by")),
        when(returned.path("at")));
  }

  /** The host's own key stops when nobody can log in. */
  public String person(JsonNode id) {
    String person = id.asString("");
    return person.equals("host") ? words.say("alert.host") : words.person(person, reader);
  }

  /** Who wrote an alert is a supervisor of the hotline; its people know each other by name. */
  String author(JsonNode id) {
    String person = id.asString("");
    return person.isEmpty() || isReader(id) || words.hasName(person)
        ? words.person(person, reader)
        : words.say("alert.author.unnamed");
  }

  boolean isReader(JsonNode id) {
    return !reader.isEmpty() && reader.equals(id.asString(""));
  }

  AlertPage.Photo photo(JsonNode photo) {
    List<String> says = new ArrayList<>();
    says.add(words.code("PhotoLabel", photo.path("label").asString("")));
    if (photo.has("takenOn")) {
      says.add(words.say("alert.photo.taken", photo.path("takenOn").asString("")));
    }
    return new AlertPage.Photo(
        photo.path("number").asInt(0), photo.path("shown").asBoolean(false), says);
  }

  /** Time, and how far away it is. */
  public String when(JsonNode at) {
    return FactWords.instant(at)
        .map(time -> words.when(time, now) + " (" + words.away(time, now) + ")")
        .orElse("");
  }

  /** How many organisations have not answered in time; empty when none is silent. */
  public String silent(JsonNode answers) {
    long silent = answers.path("silent").asLong(0);
    return silent == 0 ? "" : words.count("alert.organisations.silent", silent);
  }

  /** Whether organisations are among those for whom it is meant. */
  boolean hasOrganisations(JsonNode alert) {
    return systemsOf(alert) + phonesOf(alert) > 0;
  }

  /** Of a page nobody is sent anything. */
  Progress progress(JsonNode alert) {
    return new Progress(status(alert), holds(alert), List.of(), List.of(), List.of());
  }

  private List<String> holds(JsonNode alert) {
    return alert
        .path("holds")
        .valueStream()
        .map(hold -> words.code("hold", hold.asString("")))
        .toList();
  }

  /** How far the alert and its end have got. */
  Progress progress(JsonNode alert, JsonNode counts) {
    boolean isOver = alert.has("over");
    List<Progress.Count> of = new ArrayList<>(counted(counts.path("alert")));
    List<Progress.Count> ends = new ArrayList<>();
    if (isOver) {
      ends.addAll(counted(counts.path("end")));
      ends.add(count("alert.count.owed", counts.path("owed").asLong(0)));
    } else {
      of.add(
          counts.has("remaining")
              ? count("alert.count.remaining", counts.path("remaining").asLong(0))
              : new Progress.Count(
                  words.say("alert.count.remaining"), words.say("alert.count.unknown")));
    }
    return new Progress(
        status(alert), holds(alert), of, ends, channels(counts.path("byChannel"), isOver));
  }

  private List<Progress.OfChannel> channels(JsonNode byChannel, boolean isOver) {
    List<String> told = List.of("attempted", "accepted", "refused", "unknown");
    List<String> ended = List.of("attempted", "endsOwed", "endsSent", "endsRefused", "endsUnknown");
    return byChannel
        .propertyStream()
        .map(
            channel ->
                new Progress.OfChannel(
                    words.code("channel", channel.getKey()),
                    (isOver ? ended : told)
                        .stream()
                            .map(
                                name ->
                                    count(
                                        "alert.channel." + name,
                                        channel.getValue().path(name).asLong(0)))
                            .toList()))
        .toList();
  }

  private List<Progress.Count> counted(JsonNode counts) {
    return List.of(
        count("alert.count.accepted", counts.path("ACCEPTED").asLong(0)),
        count("alert.count.waiting", counts.path("WAITING").asLong(0)),
        count("alert.count.unknownOutcome", counts.path("UNKNOWN").asLong(0)),
        count("alert.count.unreached", counts.path("UNREACHED").asLong(0)));
  }

  private Progress.Count count(String key, long people) {
    return new Progress.Count(words.say(key), figure(people));
  }
}
