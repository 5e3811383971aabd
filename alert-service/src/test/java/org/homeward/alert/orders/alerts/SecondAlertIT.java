package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Of two alerts of one case for the same people, the second says that there is a first. */
class SecondAlertIT {

  private static final String ALERTS = TrialAlert.ALERTS;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void open() {
    alerts.known(trial.reported(says).released(says));
  }

  private String again(String region) {
    return alerts.wish(trial, region).replace("\"text\"", "\"again\": true, \"text\"");
  }

  @ParameterizedTest
  @CsvSource({"RS-01, RS-01", "RS-VO, RS-01", "RS-01, RS-VO"})
  @Proves(3)
  void secondAlertForTheSamePeopleNamesTheFirstUnlessItIsMeant(String first, String second) {
    open();
    String live = alerts.started(alerts.wish(trial, first));

    Answer refused = alerts.supervisor.command(ALERTS, alerts.wish(trial, second));

    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("another-alert-is-live");
    assertThat(refused.json().path("alert").asString()).isEqualTo(live);
    JsonNode meant = alerts.drafted(again(second));
    assertThat(meant.path("beside").toString()).isEqualTo("[\"" + live + "\"]");
    String id = meant.path("alert").asString();
    assertThat(alerts.authority.get(ALERTS + "/" + id + "/preview").json().path("beside"))
        .isEqualTo(meant.path("beside"));
    assertThat(alerts.approve(id, meant.path("preview").asString()).status()).isEqualTo(200);
  }

  @Test
  void alertsForOthersAndAfterTheFirstIsOverGoOut() {
    open();
    String live = alerts.started(alerts.wish(trial, "RS-01"));

    alerts.started(alerts.wish(trial, "RS-22"));
    alerts.supervisor.command(ALERTS + "/" + live + "/cancel", "");

    alerts.started(alerts.wish(trial, "RS-VO"));
  }

  @Test
  @Proves(3)
  void ofTwoDraftsTheSecondIsNotApprovedWithoutAWordAboutTheFirst() {
    open();
    JsonNode one = alerts.drafted(alerts.wish(trial, "RS-01"));
    JsonNode other = alerts.drafted(again("RS-01"));
    String live = one.path("alert").asString();
    assertThat(alerts.approve(live, one.path("preview").asString()).status()).isEqualTo(200);

    Answer refused =
        alerts.approve(other.path("alert").asString(), other.path("preview").asString());

    assertThat(refused.problem()).isEqualTo("another-alert-is-live");
    assertThat(refused.json().path("alert").asString()).isEqualTo(live);
    assertThat(alerts.read(other.path("alert").asString()).path("status").asString())
        .isEqualTo("DRAFT");
  }

  @Test
  void approvalThatCameToNothingBlocksNobody() {
    open();
    JsonNode one = alerts.drafted(alerts.wish(trial, "RS-01"));
    JsonNode other = alerts.drafted(alerts.wish(trial, "RS-01"));
    String abandoned = one.path("alert").asString();
    assertThat(alerts.approve(abandoned, "0".repeat(64)).problem()).isEqualTo("other-preview");

    assertThat(
            alerts
                .approve(other.path("alert").asString(), other.path("preview").asString())
                .status())
        .isEqualTo(200);
  }

  @Test
  @Proves(3)
  void ofTwoApprovalsAtOnceOneIsRefused() throws Exception {
    open();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        List<JsonNode> drafts =
            List.of(
                alerts.drafted(alerts.wish(trial, "RS-01")),
                alerts.drafted(alerts.wish(trial, "RS-VO")));
        var together = new CyclicBarrier(drafts.size());
        List<Future<Answer>> approvals = new ArrayList<>();
        for (JsonNode draft : drafts) {
          approvals.add(
              people.submit(
                  () -> {
                    together.await();
                    return alerts.approve(
                        draft.path("alert").asString(), draft.path("preview").asString());
                  }));
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> approval : approvals) {
          statuses.add(approval.get().status());
        }

        assertThat(statuses).as("round %s", round).containsExactlyInAnyOrder(200, 409);
        for (JsonNode draft : drafts) {
          alerts.supervisor.command(ALERTS + "/" + draft.path("alert").asString() + "/cancel", "");
        }
      }
    }
  }
}
