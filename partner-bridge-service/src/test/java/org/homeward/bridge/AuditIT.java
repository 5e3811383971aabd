package org.homeward.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeward.bridge.trial.Person;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.AuditContract;

/** The officer reads the looks at the handovers of a case. */
class AuditIT implements AuditContract {

  private final TrialNode rs = TrialNodes.get().rs();

  @Override
  public String trail() {
    return "/api/v1/audit/bridge";
  }

  @Override
  public Said get(String path, String login, Role... roles) {
    Answer answer = rs.person(login, roles).get(path);
    return new Said(answer.status(), answer.status() < 400 ? "" : answer.problem(), answer.json());
  }

  @Override
  public String lookedAt(String by, String keptFrom) {
    TrialCase trial = TrialCase.of("rs").released().notTo("person:person-" + keptFrom);
    offered(by, trial);
    return trial.id;
  }

  @Override
  public Map<String, String> lookedAtBeside(String by, String keptFrom) {
    TrialCase trial = TrialCase.of("rs").released().notTo("person:person-" + keptFrom);
    return Map.of("handover", offered(by, trial));
  }

  private String offered(String by, TrialCase trial) {
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    Person person = rs.person(by, Role.SUPERVISOR);
    Answer offered = person.offer(trial, "gr", "LEGITIMATE_INTEREST");
    assertThat(offered.status()).as(offered.text()).isEqualTo(201);
    String handover = offered.json().path("handover").asString();
    assertThat(person.get("/api/v1/handovers/" + handover).status()).isEqualTo(200);
    return handover;
  }
}
