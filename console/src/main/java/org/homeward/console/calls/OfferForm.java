package org.homeward.console.calls;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.console.facts.OfferWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a job offer: of the API in the form, and of the form to the API. */
final class OfferForm {

  static final String ANSWER = "answer.";
  static final String TOLD = "told.";

  private OfferForm() {}

  static Map<String, String> of(JsonNode offer) {
    Map<String, String> form = new HashMap<>();
    OfferWords.FIELDS.forEach(field -> form.put(field, offer.path(field).asString("")));
    for (JsonNode each : offer.path("checked")) {
      String code = each.path("question").asString("");
      form.put(ANSWER + code, each.path("answer").asString(""));
      if (each.path("advised").asBoolean(false)) {
        form.put(TOLD + code, "true");
      }
    }
    return form;
  }

  static ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : OfferWords.FIELDS) {
      String typed = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    var codes = new TreeSet<String>();
    for (Map.Entry<String, String> each : form.entrySet()) {
      for (String kind : new String[] {ANSWER, TOLD}) {
        if (each.getKey().startsWith(kind) && !each.getValue().isEmpty()) {
          codes.add(each.getKey().substring(kind.length()));
        }
      }
    }
    ArrayNode checked = body.putArray("checked");
    for (String code : codes) {
      String answer = form.getOrDefault(ANSWER + code, "");
      checked
          .addObject()
          .put("question", code)
          .put("answer", answer.isEmpty() ? "NOT_ASKED" : answer)
          .put("advised", form.containsKey(TOLD + code));
    }
    return body;
  }
}
