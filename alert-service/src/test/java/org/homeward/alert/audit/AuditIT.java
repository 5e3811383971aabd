package org.homeward.alert.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.face.access.Role;
import org.homeward.face.testing.AuditContract;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The officer reads the looks at what this service made of a case. */
class AuditIT implements AuditContract {

  private final TrialNode node = TrialNode.get();

  @Override
  public String trail() {
    return "/api/v1/audit/alert";
  }

  @Override
  public Said get(String path, String login, Role... roles) {
    String[] names = Stream.of(roles).map(Role::wire).toArray(String[]::new);
    Answer answer = node.person(login, names).get(path);
    return new Said(answer.status(), answer.problem(), answer.json());
  }

  /** At the preview of an alert, which is recorded under the alert's id. */
  @Override
  public String lookedAt(String by, String keptFrom) {
    TrialCase trial = TrialCase.real().notTo("person:person-" + keptFrom);
    previewed(by, trial);
    return trial.id;
  }

  @Override
  public Map<String, String> lookedAtBeside(String by, String keptFrom) {
    return Map.of("alert", previewed(by, TrialCase.real().notTo("person:person-" + keptFrom)));
  }

  private String previewed(String by, TrialCase trial) {
    var alerts = new TrialAlert(node);
    Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
    alerts.known(trial.reported(says).released(says));
    String alert = alerts.drafted(alerts.wish(trial, "RS-01")).path("alert").asString();
    String preview = TrialAlert.ALERTS + "/" + alert + "/preview";
    assertThat(node.person(by, Role.SUPERVISOR.wire()).get(preview).status()).isEqualTo(200);
    return alert;
  }

  @Test
  @Proves(6)
  void whatPoliceReadOfACaseIsNotThereForTheOfficerWhoMustNotKnowOfIt() {
    String reader = "reader-" + UUID.randomUUID();
    String kept = "kept-" + UUID.randomUUID();
    var desk = node.newDesk(false);
    TrialCase trial = TrialCase.real().notTo("person:person-" + kept);
    Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
    node.publish(trial.reported(says).released(says));
    node.item(desk, trial, "ACTIVE");
    String notice = node.noticeOf(trial);
    Wire police = node.officer(reader, desk.id());
    assertThat(police.get("/api/v1/notices/" + notice).status()).isEqualTo(200);

    String looks = trail() + "?person=person-" + reader;

    assertThat(get(looks, kept, Role.DPO).body().path("looks")).isEmpty();
    assertThat(get(looks, "vera", Role.DPO).body().path("looks")).isNotEmpty();
  }
}
