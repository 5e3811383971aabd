package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.homeward.bridge.handovers.dialogue.ChildIds;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.schema.bridge.PhotoExchange;
import org.homeward.schema.bridge.PhotoRequest;
import org.homeward.schema.bridge.PhotoResult;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A partner that asks for photos whatever it was told: the owner decides anew each time. */
class PhotoRequestsIT {

  private static final byte[] CONTENT = {1, 2, 3};

  private final TrialNodes nodes = TrialNodes.get();
  private final TrialNode rs = nodes.rs();
  private final TrialNode gr = nodes.gr();
  private final TrialDialogue dialogue = new TrialDialogue();
  private final TrialCase trial = TrialCase.of("rs").released();
  private final CasePhoto photo =
      nodes.intake().photo(trial.child, CONTENT, Audience.PARTNER, Audience.POLICE);
  private String handover;

  private void released(CasePhoto... photos) {
    rs.tell(trial.id, trial.with(photos).tell());
    rs.awaitCase(trial.id, 1);
    handover = dialogue.released(trial);
  }

  private void checked(CasePhoto... photos) {
    released(photos);
    gr.desk().move(handover, "check", "");
    rs.await(handover, found -> found.path("scope").asString().equals("FULL"));
  }

  private PhotoExchange.Answered asked(CasePhoto of) {
    return asked("gr", gr.keys, of, false);
  }

  private PhotoExchange.Answered asked(String who, NodeKeys keys, CasePhoto of, boolean held) {
    Instant now = nodes.clock().instant();
    Jwk key =
        nodes.registry().partner("rs").flatMap(partner -> partner.sealingKey(now)).orElseThrow();
    String id = rs.context().getBean(ChildIds.class).photoThere(handover, of.id());
    var request = new PhotoRequest(1, who, "rs", handover, id, held, now);
    PhotoExchange.Sent sent = PhotoExchange.ask(request, keys.signing(), key, now);
    Answer answer =
        await().until(() -> posted(sent.sealed()), answered -> answered.status() != 503);
    assertThat(answer.status()).isEqualTo(200);
    return PhotoExchange.verify(answer.body(), sent, keys, nodes.registry(), now).orElseThrow();
  }

  /** 503 while the partner's own node asks for another photo: an owner answers one at a time. */
  private Answer posted(byte[] request) {
    return new Wire(rs.port())
        .send("POST", "/bridge/v1/photos", request, "Content-Type: application/jose");
  }

  private void assertAnswers(PhotoResult result) {
    await().untilAsserted(() -> assertThat(askedAgain().result()).isEqualTo(result));
    if (result != PhotoResult.HERE) {
      assertThat(askedAgain().bytes()).isNull();
    }
  }

  /** Asks late enough for the pace to be no reason to refuse. */
  private PhotoExchange.Answered askedAgain() {
    nodes.clock().advance(PhotoPace.AGAIN);
    return asked(photo);
  }

  @Test
  @Proves(6)
  void itComesAfterTheCheckAndToNobodyElse() {
    released(photo);
    assertAnswers(PhotoResult.NOT_NOW);

    gr.desk().move(handover, "check", "");

    await().untilAsserted(() -> assertThat(asked(photo).bytes()).isEqualTo(CONTENT));
    assertThat(asked("drill", nodes.drill(), photo, false).result()).isEqualTo(PhotoResult.NOT_NOW);
  }

  @Test
  @Proves(6)
  void aPhotoForPoliceAloneIsNoneForAPartner() {
    CasePhoto forPolice = nodes.intake().photo(trial.child, CONTENT, Audience.POLICE);
    checked(photo, forPolice);

    assertThat(asked(forPolice).result()).isEqualTo(PhotoResult.GONE);
  }

  @Test
  @Proves(10)
  void eachPhotoThatLeavesIsInTheChainAndInTheRegister() {
    checked(photo);
    long before = lines();

    asked(photo);
    assertThat(asked(photo).result()).isEqualTo(PhotoResult.NOT_NOW); // without an entry
    nodes.clock().advance(PhotoPace.AGAIN);
    asked(photo);

    assertThat(lines()).isEqualTo(before + 2);
    assertThat(rs.supervisor().get("/api/v1/handovers/" + handover + "/disclosures").text())
        .containsSubsequence("\"PHOTO\"", "\"PHOTO\"");
  }

  @Test
  void whoHasItIsAnsweredWithoutBytes() {
    checked(photo);
    long before = lines();
    int loads = nodes.intake().loads(photo.id());

    await()
        .untilAsserted(
            () ->
                assertThat(asked("gr", gr.keys, photo, true).result()).isEqualTo(PhotoResult.HERE));
    assertThat(asked("gr", gr.keys, photo, true).bytes()).isNull();
    assertThat(lines()).isEqualTo(before);
    assertThat(nodes.intake().loads(photo.id())).isEqualTo(loads);

    nodes.intake().forget(photo.id());

    assertThat(asked("gr", gr.keys, photo, true).result()).isEqualTo(PhotoResult.NOT_NOW);
  }

  private long lines() {
    return rs.audit().stream().filter(entry -> entry.toJson().contains(photo.id())).count();
  }

  @Test
  @Proves(4)
  void aBrakeAndAFreezeStopIt() {
    checked(photo);
    rs.tell(trial.id, trial.frozen().tell());
    assertAnswers(PhotoResult.NOT_NOW);
    rs.tell(trial.id, trial.lifted().tell());
    assertAnswers(PhotoResult.HERE);

    gr.desk().act(handover, "brake", "{\"reason\": \"LEGAL\"}");

    assertAnswers(PhotoResult.NOT_NOW);
  }

  @Test
  @Proves(6)
  void aPartnerFromWhomTheCaseIsKeptSinceGetsNone() {
    checked(photo);

    rs.tell(trial.id, trial.notTo("country:GR").tell());

    assertAnswers(PhotoResult.NOT_NOW);
  }

  @Test
  @Proves(6)
  void whileTheNewsOfTheCaseCannotBeReadNoneLeaves() {
    checked(photo);

    rs.tellUnreadable(trial.id);

    assertAnswers(PhotoResult.NOT_NOW);
    rs.tell(trial.id, trial.tell());
    assertAnswers(PhotoResult.HERE);
  }

  @Test
  @Proves(4)
  void withdrawnItIsGone() {
    checked(photo);

    rs.tell(trial.id, trial.with().tell());

    assertAnswers(PhotoResult.GONE);
  }

  @Test
  @Proves(4)
  void withdrawnItIsGoneThoughTheCaseIsFrozen() {
    checked(photo);

    rs.tell(trial.id, trial.with().frozen().tell());

    assertAnswers(PhotoResult.GONE);
  }

  @Test
  @Proves(4)
  void aFreezeThatComesWhileItsBytesAreReadStopsIt() {
    checked(photo);
    assertAnswers(PhotoResult.HERE);
    nodes
        .intake()
        .beforeTheNextAnswer(
            () -> {
              rs.tell(trial.id, trial.frozen().tell());
              rs.awaitCase(trial.id, 2);
            });

    assertThat(askedAgain().result()).isEqualTo(PhotoResult.NOT_NOW);
  }

  @Test
  @Proves(4)
  void aPhotoThatBecomesAnotherWhileItsBytesAreReadDoesNotLeave() {
    checked(photo);
    assertAnswers(PhotoResult.HERE);
    var other =
        new CasePhoto(
            photo.id(),
            photo.child(),
            photo.source(),
            photo.takenOn(),
            photo.saidBy(),
            photo.label(),
            photo.audiences(),
            Map.of("1600", "0".repeat(64), "original", "1".repeat(64)),
            Map.of());
    nodes
        .intake()
        .beforeTheNextAnswer(
            () -> {
              rs.tell(trial.id, trial.with(other).tell());
              rs.awaitCase(trial.id, 2);
            });

    assertThat(askedAgain().result()).isEqualTo(PhotoResult.NOT_NOW);
  }

  @Test
  @Proves(4)
  void afterTheRecallItIsGone() {
    checked(photo);

    rs.supervisor().act(handover, "recall", "{\"reason\": \"MISTAKE\"}");

    assertAnswers(PhotoResult.GONE);
  }

  @Test
  @Proves(4)
  void afterTheEndItIsGone() {
    checked(photo);

    rs.tell(trial.id, trial.ended().tell());

    assertAnswers(PhotoResult.GONE);
  }

  @Test
  @Proves({3, 4})
  void whileTheCaseIsNoSearchItsHolderIsStoppedAndGetsNone() {
    checked(photo);

    rs.tell(trial.id, trial.ofKind(CaseKind.AT_RISK).tell());

    gr.await(handover, found -> found.path("frozen").asBoolean());
    assertAnswers(PhotoResult.NOT_NOW);
    rs.tell(trial.id, trial.ofKind(CaseKind.MISSING).tell());
    gr.await(handover, found -> !found.path("frozen").asBoolean());
    assertAnswers(PhotoResult.HERE);
  }

  @Test
  void whatIsNoRequestOfAPartnerGetsAProblem() {
    assertThat(posted("a.b.c.d.e".getBytes(US_ASCII)).status()).isEqualTo(400);
  }
}
