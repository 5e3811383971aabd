package org.homeward.console.handovers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says handovers in a reader's language. */
final class HandoverWords {

  private static final Set<String> RESULTS = Set.of("RECEIVED", "SUPERSEDED", "REFUSED");

  private final Words words;
  private final String node;
  private final Map<String, String> partners;
  private final Instant now;

  /**
   * @param node slug of this node
   * @param partners by slug what people call them
   */
  HandoverWords(Words words, String node, Map<String, String> partners, Instant now) {
    this.words = words;
    this.node = node;
    this.partners = Map.copyOf(partners);
    this.now = now;
  }

  String partner(JsonNode handover) {
    String slug = handover.path("partner").asString("");
    return partners.getOrDefault(slug, slug.toUpperCase(Locale.ROOT));
  }

  static boolean isOwned(JsonNode handover) {
    return handover.path("role").asString("").equals("OWNER");
  }

  HandoverLine line(JsonNode handover) {
    JsonNode awaited = handover.path("awaited");
    Instant by = FactWords.instant(awaited.path("by")).orElse(Instant.MAX);
    return new HandoverLine(
        handover.path("id").asString(""),
        title(handover),
        partner(handover),
        code(handover),
        handover.path("urgency").asString(""),
        handover.path("status").asString(""),
        handover.path("exercise").asBoolean(false),
        handover.path("frozen").asBoolean(false),
        handover.path("braked").asBoolean(false),
        awaited.isMissingNode() ? "" : step(awaited),
        clock(awaited.path("by")),
        by.isBefore(now),
        awaited.isMissingNode());
  }

  /** The handover's id is the same on both sides, so both can name it. */
  private String code(JsonNode handover) {
    String owner = isOwned(handover) ? node : handover.path("partner").asString("");
    return CaseWords.code(owner, handover.path("id").asString(""));
  }

  /** An own case by its code; a partner's by what its offer says, and nothing names the child. */
  private String title(JsonNode handover) {
    if (isOwned(handover)) {
      return words.say("handover.ofCase", CaseWords.code(node, handover.path("case").asString("")));
    }
    String ages = codes("AgeBand", handover.path("offer").path("ageBands"));
    return ages.isEmpty() ? words.say("handover.child") : words.say("handover.childOf", ages);
  }

  private String step(JsonNode awaited) {
    String key =
        "awaited." + awaited.path("from").asString("") + "." + awaited.path("step").asString("");
    return words.has(key) ? words.say(key) : awaited.path("step").asString("");
  }

  /** How long there is, and until when; empty where no time is given. */
  String clock(JsonNode at) {
    return FactWords.instant(at).map(time -> words.due(time, now)).orElse("");
  }

  /** When something was; empty where no time is given. */
  String at(JsonNode at) {
    return FactWords.instant(at).map(time -> words.dated(time, now)).orElse("");
  }

  String codes(String list, JsonNode codes) {
    return codes
        .valueStream()
        .map(code -> words.codeInText(list, code.asString("")))
        .collect(Collectors.joining(", "));
  }

  /** A fact, unless there is nothing to say. */
  Stream<Fact> fact(String name, String value) {
    return value.isBlank()
        ? Stream.of()
        : Stream.of(new Fact(name, words.say("handover." + name), value, false));
  }

  /** Why something waits; empty where it only was not answered. */
  String wait(String code) {
    String key = "handover.wait." + code;
    if (words.has(key)) {
      return words.say(key);
    }
    return code.matches("[A-Z_]+")
        ? words.say("handover.wait.refused", words.codeInText("Cause", code))
        : "";
  }

  /** Why the node refuses it, as far as there is more to say about handovers. */
  String problem(String type) {
    String key = "handover.problem." + type;
    return words.has(key) ? words.say(key) : words.problem(type);
  }

  /** How a message was answered, or what a partner said of its copies. */
  String receipt(String code) {
    int last = code.lastIndexOf('_');
    String result = code.substring(last + 1);
    if (last > 0 && RESULTS.contains(result)) {
      return words.code("MessageType", code.substring(0, last))
          + ": "
          + words.say("handover.receipt." + result);
    }
    return words.say(
        "handover.receipt.erasure",
        words.codeInText("ErasureResult", code.replaceFirst("_UNASKED$", "")));
  }

  /** Names of facts as people call them; what has no word is left out. */
  String fields(JsonNode names) {
    return String.join(", ", fieldsOf(names.valueStream().map(name -> name.asString("")).toList()));
  }

  List<String> fieldsOf(List<String> names) {
    return names.stream()
        .map(name -> "fact." + name.substring(name.indexOf('.') + 1))
        .filter(words::has)
        .map(words::say)
        .distinct()
        .toList();
  }
}
