package org.homeward.console.cases;

import java.util.List;
import java.util.Map;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;

/** A case of one boy with one report, and its page. */
final class CaseSamples {

  static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";

  static final String HELD =
      """
      {"status": "HELD", "reason": "UNDECIDED", "reviewAt": "2026-11-29T03:00:00Z"}
      """;

  static final String RELEASED =
      """
      {"status": "RELEASED", "desk": "pu-beograd", "basis": "VITAL_INTEREST"}
      """;

  private final RenderedPages pages;

  CaseSamples(RenderedPages pages) {
    this.pages = pages;
  }

  /** As the API shows it. */
  static JsonNode found(String name, String release) {
    String says =
        """
        {
          "risk": {"level": "HIGH", "criteria": ["UNDER_13"]},
          "lastSeen": {"at": "2026-11-29T01:40:00Z", "place": {"locality": "Novi Sad"}},
          "children": {"%s": {"names": [{"full": %s, "script": "Latn", "kind": "NATIVE"}],
            "ageYears": {"from": 9, "to": 9}, "sex": "MALE"}}
        }
        """
            .formatted(CHILD, Json.mapper().writeValueAsString(name));
    return Json.mapper()
        .readTree(
            """
            {
              "id": "%s", "version": 3, "home": "rs", "exercise": false, "standing": "OPEN",
              "openedAt": "2026-11-29T02:00:00Z", "children": {}, "notTo": [], "sightings": [],
              "tasks": [{"id": "t", "kind": "CALL_PARTNER", "since": "2026-11-29T02:10:00Z"}],
              "facts": %s,
              "reports": [{
                "id": "%s", "at": "2026-11-29T02:00:00Z", "channel": "PHONE", "by": "p-1001",
                "policeRelease": %s, "proposal": "RELEASE", "rules": [], "says": %s
              }],
              "timeline": [{"at": "2026-11-29T02:20:00Z", "subject": "alert/x",
                "type": "alert.issued.v1", "by": "p-1003"}]
            }
            """
                .formatted(ID, says, REPORT, release, says));
  }

  CasePage page(Language language, String name, String release) {
    return page(language, name, release, "operator");
  }

  CasePage page(Language language, String name, String release, String role) {
    return story(language, role).of(found(name, release), "");
  }

  CaseStory story(Language language, String role) {
    Map<String, String> desks = Map.of("desk-1", "PU Novi Sad");
    return new CaseStory(pages.words(language), "rs", reader(role), RenderedPages.NOW, desks);
  }

  private static Person reader(String role) {
    return new Person("Ana", "p-1001", List.of(role), "");
  }
}
