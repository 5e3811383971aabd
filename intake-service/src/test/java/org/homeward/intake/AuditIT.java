package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.AuditContract;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;

/** The officer reads the looks at cases. */
class AuditIT implements AuditContract {

  private final TrialIntake intake = TrialIntake.get();

  @Override
  public String trail() {
    return "/api/v1/audit/intake";
  }

  @Override
  public Said get(String path, String login, Role... roles) {
    Answer answer = intake.person(login, roles).get(path);
    return new Said(answer.status(), answer.status() < 400 ? "" : answer.problem(), answer.json());
  }

  @Override
  public String lookedAt(String by, String keptFrom) {
    intake.haveBeenHere(keptFrom);
    Person person = intake.person(by, Role.OPERATOR);
    Answer opened =
        person.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "notTo": ["person:person-%s"],
             "newChildren": [{}], "says": {}}"""
                .formatted(keptFrom));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    String id = opened.json().path("case").asString();
    assertThat(person.get("/api/v1/cases/" + id).status()).isEqualTo(200);
    return id;
  }
}
