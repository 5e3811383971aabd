package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import tools.jackson.databind.JsonNode;

/** What a person of the team does to calls, and to the drafts and cases that they are tied to. */
record CallsOf(Person person) {

  static final String CALLS = "/api/v1/calls";
  static final String PLAIN =
      "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}";

  Answer logged(String more) {
    Answer logged =
        person.post(
            CALLS, "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true" + more + "}");
    assertThat(logged.status()).as(logged.text()).isEqualTo(201);
    return logged;
  }

  static String path(Answer logged) {
    return logged.all("Location").getFirst();
  }

  static String id(Answer logged) {
    return logged.json().path("call").asString();
  }

  static String ifMatch(Answer answer) {
    return "If-Match: " + answer.all("ETag").getFirst();
  }

  Answer tied(Answer logged, String kind, String id) {
    return person.post(
        path(logged) + "/tie", "{\"%s\": \"%s\"}".formatted(kind, id), ifMatch(logged));
  }

  String opened(String more) {
    Answer opened = person.post("/api/v1/reports", PLAIN.replace("}]}", "}]" + more + "}"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  String draft(String more) {
    Answer opened =
        person.post("/api/v1/drafts", "{\"exercise\": false, \"channel\": \"PHONE\"" + more + "}");
    return opened.json().path("draft").asString();
  }

  String file(String draft) {
    Answer filed =
        person.post("/api/v1/reports", PLAIN.replace("}]}", "}], \"draft\": \"" + draft + "\"}"));
    assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    return filed.json().path("case").asString();
  }

  List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = person.get(CALLS + "?limit=200" + query + after).json();
      page.path("calls").forEach(each -> ids.add(each.path("call").asString()));
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    return ids;
  }
}
