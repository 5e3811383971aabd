package org.homeward.intake.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

/** Children who were found, and interviews that they are offered, over HTTP. */
final class TrialInterviews {

  static final String PSYCHOLOGIST = "{\"office\": \"PSYCHOLOGIST\", \"name\": \"Dr M\"}";

  private static final TrialIntake INTAKE = TrialIntake.get();
  private static final Person ANA = INTAKE.ana();

  private TrialInterviews() {}

  record Opened(String id, List<String> children) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String child(String more) {
      return path() + "/children/" + children.getFirst() + more;
    }
  }

  static Opened opened(String says, String children) {
    Answer opened =
        INTAKE
            .jelena()
            .post(
                "/api/v1/reports",
                """
                {"exercise": false, "channel": "PHONE", "notTo": ["person:person-stefan"],
                 "newChildren": [%s], "says": {%s}}"""
                    .formatted(children, says));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(),
        opened.json().path("children").valueStream().map(each -> each.asString("")).toList());
  }

  static Opened found(String says, String children) {
    Opened of = opened(says, children);
    ok(
        ANA.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    return of;
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static String offered(Opened of) {
    Answer answer = ANA.post(of.child("/interviews"), PSYCHOLOGIST);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return of.path() + "/interviews/" + answer.json().path("interview").asString();
  }

  static JsonNode first(Person reader, Opened of) {
    return ok(reader.get(of.path() + "/interviews")).json().at("/interviews/0");
  }

  static JsonNode check(Opened of) {
    return ANA.get(of.path() + "/work")
        .json()
        .path("checklist")
        .valueStream()
        .filter(each -> each.path("code").asString("").equals("RETURN_INTERVIEW"))
        .findFirst()
        .orElseThrow();
  }
}
