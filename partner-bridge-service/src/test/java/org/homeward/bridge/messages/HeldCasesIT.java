package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.messages.TrialDialogue.codes;

import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A case that is kept from a partner, frozen and lifted, or braked, while partners have it. */
class HeldCasesIT {

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();
  private final TrialDialogue dialogue = new TrialDialogue();

  @AfterEach
  void wireIsWhole() {
    dialogue.wireIsWhole();
  }

  @Test
  @Proves({4, 6, 7})
  void partnerFromWhomACaseIsKeptSinceIsFrozenAtOnceAndStillGetsItsRecall() {
    TrialCase accepted = dialogue.told();
    String waiting = dialogue.offered(accepted);
    gr.awaitStatus(waiting, "OFFERED");
    rs.await(waiting, found -> !found.has("delivery"));
    dialogue.grIsAway();
    TrialCase offered = dialogue.told();
    String begun = dialogue.offered(offered);
    rs.await(begun, found -> found.path("delivery").path("attempts").asInt() >= 1);
    rs.tell(offered.id, offered.notTo("country:GR").tell());
    rs.tell(accepted.id, accepted.notTo("node:gr").tell());
    rs.await(begun, HeldCasesIT::isKeptFromPartner);
    rs.await(waiting, HeldCasesIT::isKeptFromPartner);

    gr.wayIn().pass();
    dialogue.resent();
    gr.await(waiting, found -> found.path("frozen").asBoolean());
    assertThat(gr.desk().move(waiting, "accept", "").status()).isEqualTo(200);
    rs.awaitStatus(waiting, "ACCEPTED");
    rs.await(begun, found -> codes(found).contains("OFFER_SUPERSEDED"));
    assertThat(rs.supervisor().act(waiting, "recall", "{\"reason\": \"WITHDRAWN\"}").status())
        .isEqualTo(200);

    gr.awaitStatus(waiting, "REVOKED");
    assertThat(gr.told(waiting)).noneMatch(event -> event.path("snapshot").has("content"));
    assertThat(gr.told(begun)).noneMatch(event -> event.toString().contains("YEARS_7_TO_12"));
  }

  private static boolean isKeptFromPartner(JsonNode handover) {
    return handover.path("frozen").asBoolean()
        && handover.path("open").toString().contains("RECALL_PARTNER");
  }

  @Test
  @Proves(4)
  void liftedCaseGoesOnAtThePartnerWithASync() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    rs.tell(trial.id, trial.frozen().tell());
    gr.await(handover, found -> found.path("frozen").asBoolean());
    rs.await(handover, found -> codes(found).contains("FREEZE_RECEIVED"));

    rs.tell(trial.id, trial.lifted().tell());

    gr.await(handover, found -> !found.path("frozen").asBoolean());
    rs.await(handover, found -> codes(found).contains("SYNC_RECEIVED"));
    assertThat(gr.told(handover).getLast().path("snapshot").path("frozen").asBoolean()).isFalse();
  }

  @Test
  @Proves(4)
  void caseThatAPartnersWordHoldsIsOfferedAndReleasedToNobody() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.offered(trial);
    gr.awaitStatus(handover, "OFFERED");
    TrialCase other = dialogue.told();
    rs.tell(trial.id, trial.braked().tell());
    rs.tell(other.id, other.braked().tell());
    rs.awaitCase(trial.id, 2);
    rs.awaitCase(other.id, 2);

    assertThat(rs.supervisor().offer(other, "gr", "PUBLIC_TASK").problem())
        .isEqualTo("case-braked");
    assertThat(gr.desk().move(handover, "accept", "").status()).isEqualTo(200);
    rs.awaitStatus(handover, "ACCEPTED");
    assertThat(gr.desk().act(handover, "brake", "{\"reason\": \"LEGAL\"}").status()).isEqualTo(200);
    rs.await(handover, found -> found.path("braked").asBoolean());
    JsonNode told = rs.told(handover).getLast().path("snapshot");
    assertThat(told.path("brake").path("count").asInt()).isEqualTo(1);
    assertThat(told.path("brake").path("referenced").asBoolean()).isFalse();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 3);
    assertThat(gr.told(handover)).noneMatch(event -> event.path("snapshot").has("content"));

    rs.tell(trial.id, trial.knowsBrakeOf(handover).lifted().tell());

    gr.awaitStatus(handover, "RELEASED");
    rs.await(handover, found -> !found.path("braked").asBoolean());
  }
}
