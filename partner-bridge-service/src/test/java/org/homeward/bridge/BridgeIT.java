package org.homeward.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.homeward.bridge.trial.Person;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two bridges, from the offer to the receipt. */
class BridgeIT {

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();

  @Test
  @Proves({7, 10})
  void caseIsOfferedAcceptedReleasedSyncedEndedRecalledAndProvedErased() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);

    Answer made = rs.supervisor().offer(trial, "gr", "LEGITIMATE_INTEREST");
    assertThat(made.status()).isEqualTo(201);
    String handover = made.json().path("handover").asString();
    JsonNode offered = gr.awaitStatus(handover, "OFFERED");
    assertThat(offered.path("offer").path("ageBands").get(0).asString()).isEqualTo("YEARS_7_TO_12");
    assertThat(gr.collectionsWith(trial.name)).isEmpty();

    Person eleni = gr.desk();
    assertThat(eleni.move(handover, "acknowledge", "").status()).isEqualTo(200);
    rs.awaitStatus(handover, "ACKNOWLEDGED");
    assertThat(eleni.move(handover, "accept", "").status()).isEqualTo(200);
    rs.awaitStatus(handover, "RELEASED");
    JsonNode held = gr.awaitStatus(handover, "RELEASED");
    assertThat(held.path("scope").asString()).isEqualTo("MINIMUM");
    String foreign = held.path("case").asString();
    JsonNode minimum = content(gr, handover);
    assertThat(minimum.toString()).contains(trial.name).doesNotContain("Novi Sad", "2017-05");
    JsonNode shown = eleni.get("/api/v1/handovers/" + handover + "/content").json();
    assertThat(shown.path("scope").asString()).isEqualTo("MINIMUM");
    assertThat(shown.path("facts").toString())
        .contains(trial.name)
        .doesNotContain("Novi Sad", "2017-05");
    assertThat(rs.desk().get("/api/v1/handovers/" + handover + "/content").problem())
        .isEqualTo("not-the-holder");
    assertThat(held.path("awaited").path("step").asString()).isEqualTo("CHECK");

    assertThat(eleni.move(handover, "check", "").status()).isEqualTo(200);
    gr.await(handover, found -> found.path("scope").asString().equals("FULL"));
    rs.await(handover, found -> found.path("scope").asString().equals("FULL"));
    assertThat(content(gr, handover).toString())
        .contains("Novi Sad", "2017-05-04")
        .doesNotContain(TrialCase.SECRET, trial.id, trial.child);

    String lease = gr.desk().handover(handover).path("leaseUntil").asString();
    nodes.clock().advance(Duration.ofMinutes(1));
    assertThat(rs.desk().act(handover, "renew", "").status()).isEqualTo(200);
    gr.await(handover, found -> !found.path("leaseUntil").asString().equals(lease));

    trial.seenIn("Preševo");
    rs.tell(trial.id, trial.tell());
    gr.await(handover, found -> content(gr, handover).toString().contains("Preševo"));

    rs.tell(trial.id, trial.ended().tell());
    gr.awaitStatus(handover, "ENDED");
    assertThat(content(gr, handover).path("ended").asBoolean()).isTrue();
    rs.await(handover, found -> codes(found).contains("END_RECEIVED"));

    assertThat(rs.supervisor().act(handover, "recall", "{\"reason\": \"FOUND\"}").status())
        .isEqualTo(200);
    gr.awaitStatus(handover, "RECALLED");
    Awaitility.await().until(() -> gr.collectionsWith("Preševo").isEmpty());
    assertThat(gr.collectionsWith(trial.name)).isEmpty();
    assertThat(rs.supervisor().get("/api/v1/handovers/" + handover + "/receipt").problem())
        .isEqualTo("no-receipt-yet");
    assertThat(eleni.get("/api/v1/handovers/" + handover + "/content").json().has("facts"))
        .isFalse();
    gr.erasureDone(
        foreign,
        "rs",
        List.of("lastSeen", "child.names"),
        nodes.clock().instant().plusSeconds(86_400));
    // Its own copy may be on its way to it: what is not known to be gone is not signed for.
    gr.await(handover, found -> found.path("waitsFor").asString().equals("erasure-under-way"));
    gr.tombstone(foreign, TrialCase.foreign(foreign, "rs").forgotten());
    nodes.clock().advance(Duration.ofSeconds(70));
    JsonNode closed = rs.awaitStatus(handover, "CLOSED");
    assertThat(codes(closed)).contains("KEPT");
    assertThat(gr.awaitStatus(handover, "CLOSED").has("erasedAt"))
        .as("the holder reads when")
        .isTrue();
    JsonNode statement = closed.path("statement");
    assertThat(statement.path("result").asString()).isEqualTo("KEPT");
    assertThat(statement.path("kept").get(0).path("fields").toString()).contains("child.names");
    assertThat(statement.path("remains")).isNotEmpty();
    assertThat(closed.has("awaited")).isFalse();
    JsonNode partner = rs.desk().get("/api/v1/partners/gr").json();
    assertThat(partner.path("keys")).hasSize(2);
    assertThat(Instant.parse(partner.path("heardAt").asString()))
        .isAfterOrEqualTo(TrialNodes.START);
    assertThat(Instant.parse(partner.path("answeredAt").asString()))
        .isAfterOrEqualTo(TrialNodes.START);

    int looks = rs.audit().size();
    Answer proof = rs.supervisor().get("/api/v1/handovers/" + handover + "/receipt");
    assertThat(rs.audit().subList(looks, rs.audit().size()))
        .as("it is a look")
        .anySatisfy(look -> assertThat(look.toJson()).contains(handover));
    var verdict = ReceiptProof.read(proof.body()).verify(nodes.registry());
    assertThat(verdict.valid()).as(verdict.lines().toString()).isTrue();
    JsonNode register =
        rs.desk().get("/api/v1/handovers/" + handover + "/disclosures").json().path("disclosures");
    assertThat(register.valueStream().map(told -> told.path("type").asString()))
        .containsExactly("OFFER", "RELEASE", "SYNC", "SYNC", "SYNC");
    assertThat(register.get(1).path("fields").toString())
        .isEqualTo("[\"child.born\",\"child.names\"]");
    assertThat(rs.told(handover).getLast().path("snapshot").path("status").asString())
        .isEqualTo("CLOSED");
  }

  private static JsonNode content(TrialNode node, String handover) {
    return node.told(handover).getLast().path("snapshot").path("content");
  }

  private static List<String> codes(JsonNode handover) {
    return handover
        .path("receipts")
        .valueStream()
        .map(line -> line.path("code").asString())
        .toList();
  }
}
