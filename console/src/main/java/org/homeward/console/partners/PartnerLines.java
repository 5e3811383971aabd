package org.homeward.console.partners;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Says partners in a reader's language. */
public final class PartnerLines {

  private final Words words;
  private final Instant now;

  public PartnerLines(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /** Those of a registry. */
  public List<PartnerLine> of(JsonNode registry) {
    return registry.path("partners").valueStream().map(this::line).toList();
  }

  private PartnerLine line(JsonNode partner) {
    boolean crosses = partner.path("transfer").path("allowed").asBoolean(false);
    return new PartnerLine(
        partner.path("node").asString(""),
        partner.path("organisation").asString(""),
        country(partner.path("country").asString("")),
        partner.path("exercise").asBoolean(false),
        crosses,
        border(partner),
        facts(partner));
  }

  private String country(String code) {
    return Locale.of("", code).getDisplayCountry(words.language().locale());
  }

  private String border(JsonNode partner) {
    JsonNode transfer = partner.path("transfer");
    if (transfer.path("allowed").asBoolean(false)) {
      return words.say(partner.path("grounds").isEmpty() ? "border.open" : "border.clauses");
    }
    return words.say(transfer.path("missing").isEmpty() ? "border.closed" : "border.ground");
  }

  private List<Fact> facts(JsonNode partner) {
    return Stream.of(
            said("phones", contacts(partner.path("contacts"))),
            said("heardAt", at(partner.path("heardAt"))),
            said("answeredAt", at(partner.path("answeredAt"))),
            said("keys", keys(partner.path("keys"))))
        .flatMap(each -> each)
        .toList();
  }

  private Stream<Fact> said(String name, String value) {
    return value.isBlank()
        ? Stream.of()
        : Stream.of(new Fact(name, words.say("partner." + name), value, false));
  }

  private String at(JsonNode time) {
    return FactWords.instant(time)
        .map(at -> words.dated(at, now))
        .orElseGet(() -> words.say("partner.never"));
  }

  private String due(JsonNode time) {
    return FactWords.instant(time).map(at -> words.due(at, now)).orElse("");
  }

  private static String contacts(JsonNode contacts) {
    return contacts
        .valueStream()
        .map(each -> each.path("value").asString(""))
        .collect(Collectors.joining("\n"));
  }

  /** The first end of the newest key of each use: from then on it cannot sign, or we not seal. */
  private String keys(JsonNode keys) {
    return Stream.of("SIG", "ENC")
        .flatMap(
            use ->
                keys
                    .valueStream()
                    .filter(key -> key.path("use").asString("").equals(use))
                    .max(Comparator.comparing(key -> key.path("until").asString("")))
                    .stream())
        .min(Comparator.comparing(key -> key.path("until").asString("")))
        .map(key -> due(key.path("until")))
        .orElseGet(() -> words.say("partner.noKeys"));
  }

  /** Until when the registry is valid; empty when there is none. */
  String registry(JsonNode found) {
    return due(found.path("registry").path("expires"));
  }
}
