package org.homeward.alert.police.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.CapRules;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.schema.facts.Says;
import org.junit.jupiter.api.Test;

/** A notice as CAP messages, from its release to its end. */
class CapIT {

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String notice = node.noticeOf(trial);
  private final CapRules rules = new CapRules();

  private String message(int edition) {
    Answer answer =
        Awaitility.await()
            .until(
                () -> desk.wire().get("/api/v1/notices/" + notice + "/cap"),
                got -> got.text().contains("<identifier>" + notice + "." + edition + "<"));
    assertThat(rules.broken(answer.response().body())).as(answer.text()).isEmpty();
    assertThat(answer.header("Content-Type")).contains("application/cap+xml;charset=UTF-8");
    return answer.text();
  }

  @Test
  void noticeIsAnAlertThenUpdatesThenACancel() {
    node.publish(trial.reported(says).released(says));
    assertThat(message(1)).contains("<msgType>Alert<").contains(Facts.NAME);

    node.publish(trial.id, List.of(trial.located(trial.child).last()));
    assertThat(message(2)).contains("<msgType>Update<").contains("," + notice + ".1,20");

    node.publish(trial.id, List.of(trial.ended().last()));
    assertThat(message(3))
        .contains("<msgType>Cancel<")
        .contains("," + notice + ".2,20")
        .contains("," + notice + ".1,20")
        .doesNotContain("<info>")
        .doesNotContain(Facts.NAME)
        .doesNotContain(trial.id);
  }

  @Test
  void readerThatSawNothingButTheFirstMessageLearnsTheEnd() {
    trial.reported(says).released(says);
    for (int edition = 2; edition <= 15; edition++) {
      trial.amended(Facts.says(trial.child, Facts.boy(Facts.NAME, 10 + edition % 2)));
    }

    node.publish(trial.ended());

    assertThat(message(16))
        .contains("<msgType>Cancel<")
        .contains("," + notice + ".15,20", "," + notice + ".6,20", "," + notice + ".1,20")
        .doesNotContain("," + notice + ".5,20");
  }

  @Test
  void formIsChosenByAcceptAndTheLinkNeedsNone() {
    node.publish(trial.reported(says).released(says));
    String linked = message(1);
    String one = "/api/v1/notices/" + notice;

    assertThat(desk.wire().get(one, "Accept", "application/cap+xml").text()).isEqualTo(linked);
    assertThat(desk.wire().get(one + "/cap", "Accept", "*/*").text()).isEqualTo(linked);
    Answer refused = desk.wire().get(one + "/cap", "Accept", "image/png, application/json");
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.problem()).isEqualTo("not-acceptable");
    assertThat(refused.json().at("/representations/0").asString()).isEqualTo("application/cap+xml");
    Answer page = desk.wire().get("/api/v1/feeds/police", "Accept", "application/cap+xml");
    assertThat(page.header("Content-Type")).contains("application/atom+xml;charset=UTF-8");
    assertThat(page.text()).contains("<identifier>" + notice + ".1<");
    assertThat(node.newDesk(true).wire().get(one + "/cap").status()).isEqualTo(404);
  }
}
