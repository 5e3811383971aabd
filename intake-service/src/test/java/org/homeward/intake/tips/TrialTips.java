package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

/** Tips that callers give to an operator, and the cases to which she ties them. */
final class TrialTips {

  static final String TIPS = "/api/v1/tips";
  static final String PLAIN =
      "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}";
  static final String GRADE =
      "{\"source\": \"B\", \"information\": \"PROBABLE\", \"reason\": \"works at the station\"}";

  private final TrialIntake intake;
  private final Person ana;

  TrialTips(TrialIntake intake) {
    this.intake = intake;
    this.ana = intake.ana();
  }

  static String body(String text, String more) {
    return "{\"text\": \"" + text + "\"" + more + "}";
  }

  /** Of somebody who calls; the answer has its id. */
  Answer taken(String text, String more) {
    Answer taken =
        ana.post(
            TIPS + "/taken", body(text, ", \"exercise\": false, \"channel\": \"PHONE\"" + more));
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    return taken;
  }

  static String path(Answer taken) {
    return taken.all("Location").getFirst();
  }

  static String id(Answer taken) {
    return taken.json().path("tip").asString();
  }

  static String ifMatch(Answer answer) {
    return "If-Match: " + answer.all("ETag").getFirst();
  }

  String opened(String more) {
    Answer opened = ana.post("/api/v1/reports", PLAIN.replace("}]}", "}]" + more + "}"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  Answer tied(Answer tip, String caseId) {
    return ana.post(path(tip) + "/tie", "{\"case\": \"" + caseId + "\"}", ifMatch(tip));
  }

  /** Erases a case. */
  void erase(String caseId) {
    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post("/api/v1/cases/" + caseId + "/erase", erase);
    intake.vera().post("/api/v1/cases/" + caseId + "/erase", erase);
  }

  static List<JsonNode> list(Person person, String query) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = person.get(TIPS + "?limit=200" + query + after).json();
      page.path("tips").forEach(all::add);
      after = page.has("next") ? "&after=" + page.path("next").asString() : "";
    } while (!after.isEmpty());
    return all;
  }

  static List<String> ids(Person person, String query) {
    return list(person, query).stream().map(each -> each.path("tip").asString()).toList();
  }
}
