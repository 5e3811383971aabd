package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import tools.jackson.databind.JsonNode;

/** Handovers from node rs to node gr, over a wire that can be cut. */
final class TrialDialogue {

  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofSeconds(70);

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();

  void wireIsWhole() {
    gr.wayIn().pass();
    rs.wayIn().pass();
  }

  /** A case of rs with a released report, which rs's bridge knows. */
  TrialCase told() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    return trial;
  }

  /** Offered by rs to gr; the offer may be under way. */
  String offered(TrialCase trial) {
    Answer made = rs.supervisor().offer(trial, "gr", "LEGITIMATE_INTEREST");
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("handover").asString();
  }

  /** Offered, accepted and released. */
  String released(TrialCase trial) {
    String handover = offered(trial);
    gr.awaitStatus(handover, "OFFERED");
    assertThat(gr.desk().move(handover, "accept", "").status()).isEqualTo(200);
    gr.awaitStatus(handover, "RELEASED");
    rs.awaitStatus(handover, "RELEASED");
    return handover;
  }

  /** A connection that was being made while the wire was cut is cut as well. */
  void grIsAway() {
    gr.wayIn().refuse();
    told();
    gr.wayIn().cut();
  }

  /** The same of the owner. */
  void rsIsAway() {
    rs.wayIn().refuse();
    told();
    rs.wayIn().cut();
  }

  /** What has no answer yet is sent again. */
  void resent() {
    nodes.clock().advance(LONGER_THAN_ANY_PAUSE);
  }

  /** The codes of a handover's receipts. */
  static List<String> codes(JsonNode handover) {
    return handover
        .path("receipts")
        .valueStream()
        .map(line -> line.path("code").asString())
        .toList();
  }
}
