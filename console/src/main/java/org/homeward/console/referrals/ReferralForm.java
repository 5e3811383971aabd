package org.homeward.console.referrals;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Typed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns forms of a referral into requests. */
final class ReferralForm {

  private static final String DUE = "due";

  private ReferralForm() {}

  /** A new one, with its sheet. */
  static ObjectNode draft(Map<String, String> form, ZoneId zone) {
    ObjectNode body = sheet(form, zone);
    Typed.put(body, form, "provider");
    Typed.put(body, form, "service");
    return body;
  }

  static ObjectNode sheet(Map<String, String> form, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Typed.pressed(body.putArray("fields"), form, "fields");
    Typed.put(body, form, "words");
    due(body, form, zone);
    return body;
  }

  static ObjectNode step(Map<String, String> form, ZoneId zone) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("step", "ground", "how", "reason", "note")) {
      Typed.put(body, form, field);
    }
    due(body, form, zone);
    return body;
  }

  /** Nobody is asked how a child has said it. */
  static ObjectNode consent(Map<String, String> form, ZoneId zone) {
    ObjectNode body = step(form, zone);
    if (!body.path("ground").asString("").equals("CONSENT")) {
      body.remove("how");
    }
    return body;
  }

  private static void due(ObjectNode body, Map<String, String> form, ZoneId zone) {
    String typed = form.getOrDefault(DUE, "").strip();
    if (!typed.isEmpty()) {
      body.put(DUE, Typed.time(typed, zone));
    }
  }
}
