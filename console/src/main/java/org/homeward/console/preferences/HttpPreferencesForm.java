package org.homeward.console.preferences;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.pages.Words;
import org.homeward.console.preferences.PreferencesPage.Offered;
import org.homeward.console.preferences.PreferencesPage.Phone;
import org.homeward.console.preferences.PreferencesPage.Quiet;
import org.homeward.schema.codes.Regions;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Between the form of the page and what the API takes and answers. */
final class HttpPreferencesForm {

  /** Where people live who are told by a hotline here; a volunteer who travels asks for another. */
  private static final String ZONES = "Europe/";

  private final String country;

  /**
   * @param country of the node
   */
  HttpPreferencesForm(String country) {
    this.country = country;
  }

  /** The key of the page, and these fields as they were typed. */
  static ObjectNode with(MultiValueMap<String, String> form, String... fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("key", typed(form, "key"));
    for (String field : fields) {
      body.put(field, typed(form, field));
    }
    return body;
  }

  /** Both times empty are no quiet hours; one alone is wrong, and the API says so. */
  static ObjectNode change(MultiValueMap<String, String> form) {
    ObjectNode body = with(form, "language");
    var regions = body.putArray("regions");
    ticked(form).forEach(regions::add);
    String from = typed(form, "quietFrom");
    String to = typed(form, "quietTo");
    if (!from.isEmpty() || !to.isEmpty()) {
      body.put("quietFrom", from);
      body.put("quietTo", to);
      body.put("zone", typed(form, "zone"));
    }
    return body;
  }

  /** Neither the whole country nor a region is ticked. */
  static boolean saysNowhere(MultiValueMap<String, String> form) {
    return !form.containsKey("whole") && ticked(form).isEmpty();
  }

  /** The whole country, where it is chosen, is every region. */
  private static List<String> ticked(MultiValueMap<String, String> form) {
    return form.containsKey("whole")
        ? List.of()
        : Optional.ofNullable(form.get("regions")).orElse(List.of());
  }

  private static String typed(MultiValueMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("").strip();
  }

  /** The kept values under the typed ones: nobody types anything twice. */
  static JsonNode asTyped(JsonNode kept, MultiValueMap<String, String> form) {
    ObjectNode as = (ObjectNode) kept.deepCopy();
    if (form.containsKey("language")) {
      as.setAll(change(form));
    }
    return as;
  }

  PreferencesPage page(Words words, String key, JsonNode kept, String done) {
    String said = done.isEmpty() ? "" : words.say("preferences.done." + done);
    return page(words, key, kept, said, "", Map.of());
  }

  PreferencesPage refused(
      Words words, String key, JsonNode kept, String failed, Map<String, String> wrong) {
    return page(words, key, kept, "", failed, wrong);
  }

  private PreferencesPage page(
      Words words,
      String key,
      JsonNode kept,
      String done,
      String failed,
      Map<String, String> wrong) {
    return new PreferencesPage(
        key,
        kept.path("email").asString(""),
        kept.path("exercise").asBoolean(false),
        Locale.of("", country).getDisplayCountry(words.language().locale()),
        kept.path("language").asString(""),
        kept.path("regions").valueStream().map(region -> region.asString("")).toList(),
        new Quiet(
            kept.path("quietFrom").asString(""),
            kept.path("quietTo").asString(""),
            kept.path("zone").asString(words.zone().getId())),
        kept.path("texts").asBoolean(false),
        phone(kept.path("phone")),
        new Offered(regions(words), zones(kept.path("zone").asString(words.zone().getId()))),
        done,
        failed,
        wrong);
  }

  private static Phone phone(JsonNode kept) {
    return kept.isMissingNode()
        ? Phone.NONE
        : new Phone(
            kept.path("number").asString(""),
            kept.path("state").asString(""),
            kept.path("failed").asString(""));
  }

  private Map<String, String> regions(Words words) {
    Map<String, String> regions = new LinkedHashMap<>();
    var letters = Collator.getInstance(words.language().locale());
    Regions.of(country).stream()
        .sorted(Comparator.comparing(code -> words.code("region", code), letters))
        .forEach(code -> regions.put(code, words.code("region", code)));
    return regions;
  }

  /** That of the node or the chosen one among them, whatever it is. */
  private static List<String> zones(String chosen) {
    return Stream.concat(
            Stream.of(chosen),
            ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.startsWith(ZONES)))
        .distinct()
        .sorted()
        .toList();
  }
}
