package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.messages.TrialDialogue.codes;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.bridge.partners.Partners;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A partner that is away, answers that get lost, processes that stop, states that overtake. */
class DeliveryIT {

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();
  private final TrialDialogue dialogue = new TrialDialogue();

  @AfterEach
  void wireIsWhole() {
    dialogue.wireIsWhole();
  }

  @Test
  void partnerThatWasAwayForLongGetsTheOfferOnce() {
    dialogue.grIsAway();
    String handover = dialogue.offered(dialogue.told());
    String first = "";
    for (int attempts = 1; attempts < 5; attempts++) {
      int so = attempts;
      rs.await(handover, found -> found.path("delivery").path("attempts").asInt() >= so);
      String tag = rs.supervisor().get("/api/v1/handovers/" + handover).header("ETag");
      first = first.isEmpty() ? tag : first;
      assertThat(tag).as("trying again is no change").isEqualTo(first);
      dialogue.resent();
    }

    gr.wayIn().pass();
    dialogue.resent();

    gr.awaitStatus(handover, "OFFERED");
    JsonNode done = rs.await(handover, found -> !found.has("delivery"));
    assertThat(codes(done)).containsExactly("OFFER_RECEIVED");
    assertThat(gr.told(handover)).hasSize(1);
  }

  @Test
  void answerThatGotLostIsGivenAgain() {
    gr.wayIn().dropReplies();
    String handover = dialogue.offered(dialogue.told());
    gr.awaitStatus(handover, "OFFERED");
    rs.await(handover, found -> found.path("delivery").path("attempts").asInt() >= 1);

    gr.wayIn().pass();
    dialogue.resent();

    JsonNode done = rs.await(handover, found -> !found.has("delivery"));
    assertThat(codes(done)).containsExactly("OFFER_RECEIVED");
    assertThat(gr.told(handover)).hasSize(1);
  }

  @Test
  void processThatStopsBeforeItsMessageLeftSendsItWhenItIsBack() {
    gr.wayIn().halfOpen();
    String handover = dialogue.offered(dialogue.told());
    rs.await(handover, found -> found.path("delivery").path("type").asString().equals("OFFER"));

    rs.stop();
    gr.wayIn().pass();
    rs.start();
    dialogue.resent();

    gr.awaitStatus(handover, "OFFERED");
    JsonNode done = rs.await(handover, found -> !found.has("delivery"));
    assertThat(codes(done)).containsExactly("OFFER_RECEIVED");
  }

  @Test
  @Proves(4)
  void releaseThatIsOvertakenByAFreezeGoesOnWithoutItsWords() {
    TrialCase trial = dialogue.told();
    String handover = releaseUnderWay(trial);

    rs.tell(trial.id, trial.frozen().tell());
    rs.await(handover, found -> found.path("frozen").asBoolean());
    gr.wayIn().pass();
    dialogue.resent();

    gr.await(handover, found -> found.path("frozen").asBoolean());
    JsonNode done = rs.await(handover, found -> codes(found).contains("FREEZE_RECEIVED"));
    assertThat(codes(done)).contains("RELEASE_SUPERSEDED");
    assertThat(gr.told(handover)).noneMatch(event -> event.path("snapshot").has("content"));
    assertThat(gr.collectionsWith(trial.name)).doesNotContain("handovers");
  }

  @Test
  @Proves(6)
  void contentWaitsForANewerRegistryAndSignalsDoNot() {
    TrialCase trial = dialogue.told();
    String handover = releaseUnderWay(trial);
    nodes.issueRegistry(nodes.clock().instant().minus(Duration.ofMinutes(10)));
    awaitRegistry(true);
    try {
      gr.wayIn().pass();
      dialogue.resent();
      JsonNode waits =
          rs.await(handover, found -> found.path("waitsFor").asString().equals("registry-expired"));
      assertThat(waits.path("delivery").path("type").asString()).isEqualTo("RELEASE");
      assertThat(rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").problem())
          .isEqualTo("registry-expired");

      rs.supervisor().act(handover, "recall", "{\"reason\": \"MISTAKE\"}");
      JsonNode closed = rs.awaitStatus(handover, "CLOSED");
      assertThat(codes(closed)).contains("RELEASE_SUPERSEDED", "RECALL_RECEIVED", "ERASED");
      gr.awaitStatus(handover, "REVOKED");
    } finally {
      nodes.issueRegistry(TrialNodes.START.plus(Duration.ofDays(3650)));
      awaitRegistry(false);
    }
  }

  @Test
  @Proves({4, 6})
  void whatStopsReachesWhoIsListedNoMoreAndNeedsNoRegistryFile() {
    String handover = dialogue.released(dialogue.told());
    TrialCase next = dialogue.told();
    long before = registry().path("version").asLong();
    nodes.issueRegistryWithout("gr");
    Awaitility.await().until(() -> registry().path("version").asLong() > before);
    assertThat(rs.supervisor().offer(next, "gr", "PUBLIC_TASK").problem())
        .isEqualTo("partner-unknown");
    nodes.removeRegistry();
    try {
      rs.stop();
      rs.start();
      Awaitility.await().until(() -> rs.supervisor().get("/api/v1/partners").status() == 200);
      assertThat(registry().path("expired").asBoolean()).isTrue();

      rs.supervisor().act(handover, "recall", "{\"reason\": \"MISTAKE\"}");
      gr.awaitStatus(handover, "RECALLED");
      rs.await(handover, found -> codes(found).contains("RECALL_RECEIVED"));
    } finally {
      nodes.issueRegistry(TrialNodes.START.plus(Duration.ofDays(3650)));
      awaitRegistry(false);
    }
  }

  @Test
  @Proves(6)
  void nothingIsToldFromACopyThatMayBeOld() {
    TrialCase accepted = dialogue.told();
    String waiting = dialogue.offered(accepted);
    gr.awaitStatus(waiting, "OFFERED");
    TrialCase onItsWay = dialogue.told();
    String begun = releaseUnderWay(onItsWay);
    rs.tellUnreadable(accepted.id);
    rs.tellUnreadable(onItsWay.id);

    gr.wayIn().pass();
    assertThat(gr.desk().move(waiting, "accept", "").status()).isEqualTo(200);
    dialogue.resent();

    // Nobody sees a case whose newest news cannot be read: it may be kept from them since.
    awaitBehind(waiting);
    awaitBehind(begun);
    assertThat(rs.stored(begun)).contains("RELEASE");
    assertThat(rs.supervisor().get("/api/v1/handovers/" + begun).problem()).isEqualTo("not-found");
    assertThat(rs.supervisor().offer(accepted, "gr", "PUBLIC_TASK").problem())
        .isEqualTo("not-known-here-yet");
    assertThat(rs.supervisor().act(begun, "recall", "{\"reason\": \"MISTAKE\"}").problem())
        .isEqualTo("not-found");
    assertThat(gr.supervisor().handover(begun).path("status").asString()).isEqualTo("ACCEPTED");

    rs.tell(onItsWay.id, onItsWay.tell());
    rs.tell(accepted.id, accepted.tell());
    gr.awaitStatus(waiting, "RELEASED");
    gr.awaitStatus(begun, "RELEASED");
  }

  private void awaitBehind(String handover) {
    Awaitility.await().until(() -> rs.stored(handover).contains("case-reader-behind"));
  }

  @Test
  void olderRegistryThanWasSeenIsNotTaken() {
    long seen = registry().path("version").asLong();
    nodes.rollRegistryBack();
    try {
      Awaitility.await()
          .until(() -> rs.context().getBean(Partners.class).trouble().equals("registry-rollback"));
      assertThat(registry().path("version").asLong()).isEqualTo(seen);
    } finally {
      nodes.issueRegistry(TrialNodes.START.plus(Duration.ofDays(3650)));
      awaitRegistry(false);
    }
  }

  @Test
  void holderTellsWhatItSawOnceItMayAndItsBrakeIsHeard() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    String child = gr.supervisor().handover(handover).path("children").get(0).asString();
    String sighting =
        """
        {"says": {"lastSeen": {"place": {"country": "GR", "locality": "Kavala"}},
                  "children": {"%s": {"heightCm": {"from": 130, "to": 135}}}},
         "basis": "VITAL_INTEREST"}"""
            .formatted(child);
    assertThat(gr.desk().act(handover, "sightings", sighting).problem())
        .isEqualTo("transfer-needs-ground");
    gr.supervisor()
        .act(
            handover,
            "grounds",
            """
            {"ground": "VITAL_INTEREST", "justification": "CHILD_ALONE", "reference": "A-1"}""");

    assertThat(gr.desk().act(handover, "sightings", sighting).status()).isEqualTo(200);
    rs.await(handover, found -> found.path("open").toString().contains("READ_SIGHTING"));
    String seen = rs.told(handover).getLast().path("snapshot").path("sightings").toString();
    assertThat(seen).contains("Kavala", trial.child).doesNotContain(child);

    assertThat(
            gr.desk()
                .act(
                    handover,
                    "brake",
                    "{\"reason\": \"FOUND_BY_POLICE\", \"policeReference\": \"AT-7/26\"}")
                .status())
        .isEqualTo(200);
    JsonNode braked = rs.await(handover, found -> found.path("braked").asBoolean());
    assertThat(braked.path("brake").path("policeReference").asString()).isEqualTo("AT-7/26");
    rs.tell(trial.id, trial.seenIn("Gevgelija").tell());
    rs.awaitCase(trial.id, 2);
    assertThat(rs.supervisor().act(handover, "recall", "{\"reason\": \"FOUND\"}").problem())
        .as("its own case says nothing of it yet")
        .isEqualTo("nobody-said-found");
    String recall = "/api/v1/handovers/" + handover + "/recall";
    String key = UUID.randomUUID().toString();
    rs.supervisor().keyed(key, recall, "{\"reason\": \"WITHDRAWN\"}");
    assertThat(rs.supervisor().keyed(key, recall, "{\"reason\": \"FOUND\"}").problem())
        .as("a repetition is recognised before anybody asks what the case says")
        .isEqualTo("key-reused");
    gr.awaitStatus(handover, "RECALLED");
    assertThat(gr.told(handover).toString()).doesNotContain("Gevgelija");
  }

  @Test
  @Proves({2, 5, 6})
  void tipThatAPersonOfTheHolderGradedReachesTheOwnersTeamAndItsReceiptNamesIt() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    gr.supervisor()
        .act(
            handover,
            "grounds",
            """
            {"ground": "VITAL_INTEREST", "justification": "CHILD_ALONE", "reference": "A-1"}""");
    String tip =
        """
        {"text": {"language": "el", "text": "a boy at the toll gate"}, "source": "B",
         "information": "PROBABLE"}""";
    String said = "{\"says\": {\"sightings\": [%s]%s}, \"basis\": \"PUBLIC_TASK\"}";
    assertThat(gr.desk().act(handover, "sightings", said.formatted(tip + ", " + tip, "")).status())
        .as("one message, one tip")
        .isEqualTo(422);
    String kept = ", \"audiences\": {\"sightings\": [\"CASE_TEAM\"]}";
    assertThat(gr.desk().act(handover, "sightings", said.formatted(tip, kept)).text())
        .contains("not-for-partners");

    String path = "/api/v1/handovers/" + handover + "/sightings";
    String key = UUID.randomUUID().toString();
    Answer told = gr.desk().keyed(key, path, said.formatted(tip, ""));
    Answer again = gr.desk().keyed(key, path, said.formatted(tip, ""));

    String sighting = told.json().path("sighting").asString();
    assertThat(again.json().path("sighting").asString()).isEqualTo(sighting);
    rs.await(handover, found -> found.path("open").toString().contains("READ_SIGHTING"));
    JsonNode seen = rs.told(handover).getLast().path("snapshot").path("sightings");
    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/id").asString()).isEqualTo(sighting);
    assertThat(seen.at("/0/seen/text/text").asString()).isEqualTo("a boy at the toll gate");
    assertThat(seen.at("/0/seen/source").asString()).isEqualTo("B");
    assertThat(seen.at("/0/says").isMissingNode()).as("no fact of the case").isTrue();
    JsonNode answered =
        gr.await(
            handover,
            found ->
                !found.has("unansweredSightings") && codes(found).contains("SIGHTING_RECEIVED"));
    assertThat(answered.path("receipts").valueStream())
        .filteredOn(line -> line.path("code").asString().equals("SIGHTING_RECEIVED"))
        .extracting(line -> line.path("sighting").asString())
        .containsExactly(sighting);

    String forget = "{\"what\": \"SIGHTING_WITHDRAWN\"%s}";
    assertThat(gr.desk().act(handover, "proposals", forget.formatted("")).text())
        .contains("/sighting");
    String which = ", \"sighting\": \"" + sighting + "\"";
    assertThat(gr.desk().act(handover, "proposals", forget.formatted(which)).status())
        .isEqualTo(200);

    rs.await(handover, found -> found.path("open").toString().contains("READ_PROPOSAL"));
    JsonNode gone = rs.told(handover).getLast().path("snapshot").path("sightings");
    assertThat(gone.at("/0/withdrawn").asBoolean()).isTrue();
    assertThat(gone.toString()).doesNotContain("toll gate");
    assertThat(rs.stored(handover)).doesNotContain("toll gate");
    gr.await(
        handover,
        found ->
            found
                .path("receipts")
                .valueStream()
                .filter(line -> line.path("code").asString().equals("PROPOSAL_RECEIVED"))
                .anyMatch(line -> line.path("sighting").asString().equals(sighting)));
  }

  @Test
  @Proves(7)
  void tipThatIsTakenBackBeforeItLeftNeverLeaves() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    gr.supervisor()
        .act(
            handover,
            "grounds",
            """
            {"ground": "VITAL_INTEREST", "justification": "CHILD_ALONE", "reference": "A-1"}""");
    dialogue.rsIsAway();
    String said =
        """
        {"says": {"sightings": [{"text": {"language": "el", "text": "a boy %s"}, "source": "B",
          "information": "PROBABLE"}]}, "basis": "PUBLIC_TASK"}""";
    gr.desk().act(handover, "sightings", said.formatted("whose message is under way"));
    gr.await(handover, found -> found.path("delivery").path("attempts").asInt() >= 1);
    Answer second = gr.desk().act(handover, "sightings", said.formatted("who stays here"));
    String forget =
        "{\"what\": \"SIGHTING_WITHDRAWN\", \"sighting\": \"%s\"}"
            .formatted(second.json().path("sighting").asString());
    assertThat(gr.desk().act(handover, "proposals", forget).status()).isEqualTo(200);

    rs.wayIn().pass();
    dialogue.resent();

    gr.await(handover, found -> codes(found).contains("PROPOSAL_RECEIVED"));
    rs.await(handover, found -> found.path("open").toString().contains("READ_SIGHTING"));
    assertThat(rs.told(handover).toString())
        .contains("whose message is under way")
        .doesNotContain("who stays here");
  }

  @Test
  @Proves(7)
  void tipThatIsTakenBackWhileItsMessageIsUnderWayNeverArrives() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    gr.supervisor()
        .act(
            handover,
            "grounds",
            """
            {"ground": "VITAL_INTEREST", "justification": "CHILD_ALONE", "reference": "A-1"}""");
    dialogue.rsIsAway();
    String said =
        """
        {"says": {"sightings": [{"text": {"language": "el", "text": "a boy %s"}, "source": "B",
          "information": "PROBABLE"}]}, "basis": "PUBLIC_TASK"}""";
    Answer first = gr.desk().act(handover, "sightings", said.formatted("who was somebody else"));
    gr.await(handover, found -> found.path("delivery").path("attempts").asInt() >= 1);
    String forget =
        "{\"what\": \"SIGHTING_WITHDRAWN\", \"sighting\": \"%s\"}"
            .formatted(first.json().path("sighting").asString());
    assertThat(gr.desk().act(handover, "proposals", forget).status()).isEqualTo(200);
    gr.desk().act(handover, "sightings", said.formatted("who came later"));

    rs.wayIn().pass();
    dialogue.resent();

    JsonNode done = gr.await(handover, found -> codes(found).contains("SIGHTING_RECEIVED"));
    assertThat(codes(done)).containsSubsequence("SIGHTING_SUPERSEDED", "PROPOSAL_RECEIVED");
    rs.await(handover, found -> found.path("open").toString().contains("READ_SIGHTING"));
    assertThat(rs.told(handover).toString())
        .contains("who came later")
        .doesNotContain("who was somebody else");
    assertThat(rs.stored(handover)).doesNotContain("who was somebody else");
  }

  @Test
  @Proves(7)
  void erasedCaseIsCalledBackAndForgottenOnBothSides() {
    TrialCase trial = dialogue.told();
    String handover = dialogue.released(trial);
    String foreign = gr.supervisor().handover(handover).path("case").asString();

    rs.tell(trial.id, trial.erased());
    gr.awaitStatus(handover, "RECALLED");
    TrialCase there = TrialCase.foreign(foreign, "rs");
    gr.tombstone(foreign, there.erased());
    gr.erasureDone(foreign, "rs", List.of(), null);
    gr.await(handover, found -> found.path("waitsFor").asString().equals("erasure-under-way"));
    gr.tombstone(foreign, there.forgotten()); // intake's history of it is gone as well
    dialogue.resent();

    JsonNode closed = rs.awaitStatus(handover, "CLOSED");
    assertThat(closed.path("recall").asString()).isEqualTo("ERASED");
    assertThat(codes(closed)).contains("ERASED");
    assertThat(closed.has("offer")).isFalse();
    gr.awaitStatus(handover, "CLOSED");
    Awaitility.await().until(() -> !holds(gr, handover, "content"));
    Awaitility.await().until(() -> !holds(rs, handover, "ageBands"));
  }

  @Test
  void personOfTheWrongSideIsToldSoWithWhatIsAllowed() {
    String handover = dialogue.released(dialogue.told());

    assertThat(gr.desk().act(handover, "recall", "{\"reason\": \"FOUND\"}").problem())
        .isEqualTo("not-the-owner");
    assertThat(rs.desk().move(handover, "accept", "").problem()).isEqualTo("not-the-holder");
    Answer twice = gr.desk().move(handover, "reject", "{\"reason\": \"NO_CAPACITY\"}");
    assertThat(twice.problem()).isEqualTo("answered-before");
    assertThat(twice.json().path("allowed").toString())
        .isEqualTo("[\"check\",\"brake\",\"sightings\",\"proposals\"]");
  }

  /** Accepted, and the release cannot reach the partner. */
  private String releaseUnderWay(TrialCase trial) {
    String handover = dialogue.offered(trial);
    gr.awaitStatus(handover, "OFFERED");
    rs.await(handover, found -> !found.has("delivery"));
    dialogue.grIsAway();
    assertThat(gr.desk().move(handover, "accept", "").status()).isEqualTo(200);
    rs.await(
        handover,
        found ->
            found.path("delivery").path("type").asString().equals("RELEASE")
                && found.path("delivery").path("attempts").asInt() >= 1);
    return handover;
  }

  private JsonNode registry() {
    return rs.supervisor().get("/api/v1/partners").json().path("registry");
  }

  private void awaitRegistry(boolean expired) {
    for (TrialNode node : List.of(rs, gr)) {
      Awaitility.await()
          .until(
              () ->
                  node.supervisor()
                          .get("/api/v1/partners")
                          .json()
                          .path("registry")
                          .path("expired")
                          .asBoolean()
                      == expired);
    }
  }

  private static boolean holds(TrialNode node, String handover, String field) {
    return node.stored(handover).contains("\"" + field + "\"");
  }
}
