package org.homeward.console.providers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.pages.Typed;
import org.homeward.schema.people.SupportService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields in the form of a provider.
 *
 * @param key of its next press
 * @param typed by field; a service that is pressed is {@code services.CODE}
 */
record ProviderForm(String key, Map<String, String> typed) {

  static final List<String> SERVICES =
      Stream.of(SupportService.values())
          .filter(each -> each != SupportService.OTHER)
          .map(Enum::name)
          .toList();

  private static final String ADDRESS = "address";
  private static final String SEALED = "sealed";
  private static final List<String> TEXTS = List.of("name", "phone", "hours", ADDRESS);
  private static final List<String> NUMBERS = List.of("fromAge", "toAge", "places");
  private static final String PRESSED = "services.";

  ProviderForm {
    typed = Map.copyOf(typed);
  }

  String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  boolean isPressed(String service) {
    return typed.containsKey(PRESSED + service);
  }

  /** As the provider is now; a sealed address is not among it. */
  static ProviderForm of(JsonNode provider, String key) {
    Map<String, String> typed = new HashMap<>();
    Stream.concat(TEXTS.stream(), NUMBERS.stream())
        .filter(provider::has)
        .forEach(field -> typed.put(field, provider.path(field).asString("")));
    provider
        .path("services")
        .forEach(each -> typed.put(PRESSED + each.asString(""), Boolean.TRUE.toString()));
    typed.put(
        "languages",
        provider
            .path("languages")
            .valueStream()
            .map(each -> each.asString(""))
            .collect(Collectors.joining(", ")));
    return new ProviderForm(key, typed);
  }

  /** The request; a sealed address that nobody has typed stays as it is. */
  static ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    TEXTS.forEach(field -> Typed.put(body, form, field));
    if (!body.has(ADDRESS) && form.containsKey(ADDRESS) && !form.containsKey(SEALED)) {
      body.putNull(ADDRESS);
    }
    NUMBERS.forEach(field -> Typed.putNumber(body, form, field));
    Typed.pressed(body.putArray("services"), form, "services");
    ArrayNode languages = body.putArray("languages");
    Stream.of(form.getOrDefault("languages", "").split("[,\\s]+"))
        .filter(each -> !each.isEmpty())
        .distinct()
        .forEach(languages::add);
    return body;
  }
}
