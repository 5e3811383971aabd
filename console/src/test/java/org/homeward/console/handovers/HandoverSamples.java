package org.homeward.console.handovers;

import java.util.List;
import java.util.Map;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Handovers as the API shows them. */
final class HandoverSamples {

  static final String ID = "5f0c9d1e-8f0b-4b59-9c3a-0a4f6c1d2e3f";
  static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";

  private HandoverSamples() {}

  /**
   * One with everything that a handover can have.
   *
   * @param role {@code OWNER} or {@code HOLDER}
   * @param step what is awaited; empty when it is over
   * @param text wherever the partner could have written anything
   */
  static ObjectNode of(String role, String status, String step, String from, String text) {
    String json =
        """
        {
          "id": "%1$s", "role": "%2$s", "partner": "gr", "case": "%3$s", "exercise": false,
          "status": "%4$s", "frozen": true, "braked": true, "open": ["READ_SIGHTING", %5$s],
          "urgency": "HIGH", "basis": "PUBLIC_TASK", "checked": true, "scope": "MINIMUM",
          "offer": {
            "homeCountry": "RS", "ageBands": ["YEARS_7_TO_12"], "urgency": "HIGH", "reason": %5$s,
            "asks": ["TIP_LINE", %5$s], "policeInformed": "YES", "sis": "UNKNOWN",
            "interpol": "NO", "languages": ["sr", "el"], "files": 0,
            "answerBy": "2026-11-29T10:40:00Z", "leaseDays": 30
          },
          "clocks": {
            "acknowledgeBy": "2026-11-29T02:30:00Z", "answerBy": "2026-11-29T10:40:00Z",
            "stopBy": "2026-11-29T14:40:00Z"
          },
          "answer": {"by": %5$s, "code": "NO_CAPACITY", "asks": [%5$s],
            "at": "2026-11-29T02:20:00Z"},
          "brake": {"reason": "LEGAL", "policeReference": %5$s, "at": "2026-11-29T02:21:00Z"},
          "proposals": [{"what": %5$s, "at": "2026-11-29T02:22:00Z"}],
          "leaseUntil": "2026-12-29T02:40:00Z",
          "vitalInterest": {"justification": "DANGER_TO_LIFE", "until": "2026-11-29T14:40:00Z",
            "confirmed": false},
          "recall": "FOUND", "waitsFor": "another-person-needed",
          "delivery": {"seq": 3, "type": "SYNC", "attempts": 2, "next": "2026-11-29T02:45:00Z"},
          "receipts": [
            {"code": "OFFER_RECEIVED", "at": "2026-11-29T02:10:00Z"},
            {"code": "KEPT", "at": "2026-11-29T02:39:00Z"}
          ],
          "statement": {
            "result": "KEPT", "reason": "FOUND", "at": "2026-11-29T02:39:00Z",
            "remains": [{"where": "BACKUP", "until": "2027-01-03T02:39:00Z"}],
            "kept": [{"fields": ["child.names", %5$s], "basis": "LEGAL_DUTY",
              "until": "2026-12-29T02:39:00Z"}],
            "notStated": ["LOG"]
          }
        }
        """
            .formatted(ID, role, CASE, status, Json.mapper().writeValueAsString(text));
    var handover = (ObjectNode) Json.mapper().readTree(json);
    if (!step.isEmpty()) {
      handover
          .putObject("awaited")
          .put("step", step)
          .put("from", from)
          .put("by", "2026-11-29T02:30:00Z");
    }
    return handover;
  }

  /** The bare one, which nobody has answered. */
  static ObjectNode plain(String role, String status) {
    ObjectNode handover = of(role, status, "", "", "x");
    handover.remove(
        List.of(
            "answer",
            "brake",
            "proposals",
            "vitalInterest",
            "recall",
            "waitsFor",
            "delivery",
            "statement",
            "scope"));
    return handover.put("frozen", false).put("braked", false).put("checked", false);
  }

  /** What a holder was told. */
  static JsonNode content(String text) {
    return Json.mapper()
        .readTree(
            """
            {"handover": "%1$s", "scope": "MINIMUM", "facts": {
              "notes": {"text": %2$s, "language": "en"},
              "children": {"c": {"names": [{"full": %2$s, "script": "Latn"}], "born": "2017"}}
            }}
            """
                .formatted(ID, Json.mapper().writeValueAsString(text)));
  }

  static ArrayNode register() {
    ArrayNode register = JsonNodeFactory.instance.arrayNode();
    ObjectNode told = register.addObject();
    told.put("at", "2026-11-29T02:20:00Z").put("type", "RELEASE").put("seq", 2);
    told.put("scope", "MINIMUM").putArray("fields").add("child.names").add("child.born");
    return register;
  }

  static Person reader(String role) {
    return new Person("Eleni", "p-2005", List.of(role), "");
  }

  static HandoverWords says(RenderedPages pages, Language language, String partner) {
    return new HandoverWords(pages.words(language), "rs", Map.of("gr", partner), RenderedPages.NOW);
  }

  static HandoverPage page(
      RenderedPages pages, Language language, ObjectNode handover, String role, String text) {
    var factWords = new FactWords(pages.words(language), RenderedPages.NOW);
    var story =
        new HandoverStory(
            pages.words(language), says(pages, language, text), factWords, reader(role));
    return story.of(handover, content(text), register(), "");
  }
}
