package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.AuditContract;
import org.homeward.intake.photos.PhotoOfCase;
import org.homeward.intake.tips.PicturedTip;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

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

  @Override
  public Map<String, String> lookedAtBeside(String by, String keptFrom) {
    intake.haveBeenHere(keptFrom);
    Person person = intake.person(by, Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT);
    person.get("/api/v1/drafts?limit=1");
    String kept = "{\"exercise\": false, \"notTo\": [\"person:person-" + keptFrom + "\"]";
    JsonNode opened =
        made(person, "/api/v1/reports", kept + ", \"channel\": \"PHONE\", \"newChildren\": [{}]}");
    String caseId = opened.path("case").asString();
    String path = "/api/v1/cases/" + caseId;
    var pictures = new PhotoOfCase(intake);
    Map<String, String> beside = new LinkedHashMap<>();
    beside.put("photo", pictures.uploaded(caseId, opened.at("/children/0").asString()));
    beside.put("attachment", pictures.attached(caseId));
    looks(person, path + "/photos", path + "/attachments");
    beside.put(
        "draft",
        made(person, "/api/v1/drafts", kept + ", \"typed\": {}}").path("draft").asString());
    looks(person, "/api/v1/drafts/" + beside.get("draft"));
    beside.put(
        "care-file",
        made(person, "/api/v1/care-files", kept + ", \"about\": {\"age\": \"CHILD\"}}")
            .path("careFile")
            .asString());
    looks(person, "/api/v1/care-files/" + beside.get("care-file"));
    beside.put("tip", new PicturedTip(intake).sent(""));
    beside.put(
        "call",
        made(
                person,
                "/api/v1/calls",
                "{\"exercise\": false, \"direction\": \"IN\", \"answered\": true}")
            .path("call")
            .asString());
    for (String kind : List.of("tip", "call")) {
      String each = "/api/v1/" + kind + "s/" + beside.get(kind);
      looks(person, each);
      Answer tied =
          intake.jelena().post(each + "/tie", "{\"case\": \"" + caseId + "\"}", "If-Match: *");
      assertThat(tied.status()).as(tied.text()).isEqualTo(200);
      looks(person, each);
    }
    return beside;
  }

  private static JsonNode made(Person by, String path, String body) {
    Answer answer = by.post(path, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static void looks(Person person, String... paths) {
    for (String path : paths) {
      assertThat(person.get(path).status()).as(path).isEqualTo(200);
    }
  }
}
