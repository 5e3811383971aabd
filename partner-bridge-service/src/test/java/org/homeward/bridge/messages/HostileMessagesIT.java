package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.trial.Forger.drill;
import static org.homeward.bridge.trial.Forger.release;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.bridge.trial.Forger;
import org.homeward.bridge.trial.Forger.Made;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.testing.Answer;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.bodies.End;
import org.homeward.schema.bridge.bodies.Freeze;
import org.homeward.schema.bridge.bodies.PartnerAnswer;
import org.homeward.schema.bridge.bodies.Recall;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.RecallReason;
import org.homeward.schema.values.Code;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hostile or broken partner can send, and what it gets for it. */
class HostileMessagesIT {

  private static final TrialNodes NODES = TrialNodes.get();
  private static final TrialNode RS = NODES.rs();
  private static final byte[] NOTHING = new byte[0];
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private record Row(String name, String expected, Supplier<byte[]> request) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> unanswered() {
    return Stream.of(
        new Row("garbage", "not-jose", () -> "hello".getBytes(US_ASCII)),
        new Row("nothing", "not-jose", () -> "....".getBytes(US_ASCII)),
        new Row("too large", "too-large", () -> new byte[Seal.MAX_BYTES + 1]),
        new Row(
            "tampered ciphertext",
            "cannot-be-opened",
            () -> {
              Forger drill = drill();
              String sealed =
                  new String(drill.sealed(drill.made(MessageType.OFFER, Forger.offer())), US_ASCII);
              String[] parts = sealed.split("\\.");
              char first = parts[3].charAt(0) == 'A' ? 'B' : 'A';
              parts[3] = first + parts[3].substring(1);
              return String.join(".", parts).getBytes(US_ASCII);
            }),
        new Row(
            "sealed for another node",
            "key-not-known",
            () -> {
              Forger drill = drill();
              Made made = drill.made(MessageType.OFFER, Forger.offer());
              return Seal.seal(
                  made.signed(),
                  made.body(),
                  Forger.sealingKey(NODES.gr().keys),
                  NODES.clock().instant());
            }),
        new Row(
            "another key under the partner's key id",
            "bad-signature",
            () -> {
              Forger drill = drill();
              HeldKey wrong = HeldKey.generate(KeyUse.SIG, NODES.drill().signing().kid());
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer(), wrong));
            }),
        new Row(
            "a partner nobody knows",
            "key-not-known",
            () -> {
              Forger drill = drill();
              HeldKey stranger = HeldKey.generate(KeyUse.SIG, "stranger-sig-1");
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer(), stranger));
            }),
        new Row(
            "a partner in another's name",
            "sender-not-known",
            () -> {
              Forger liar =
                  new Forger(
                      "gr", NODES.drill(), RS, UUID.randomUUID().toString(), HandoverSide.OWNER);
              return liar.sealed(liar.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row("alg none", "wrong-algorithm", () -> withHeader("none", "")),
        new Row("alg HS256", "wrong-algorithm", () -> withHeader("HS256", "c2ln")),
        new Row(
            "for another node",
            "wrong-recipient",
            () -> {
              Forger drill = drill().addressedTo("gr");
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "another body",
            "body-mismatch",
            () -> {
              Forger drill = drill();
              Made made = drill.made(MessageType.OFFER, Forger.offer());
              return drill.sealed(made.signed(), "{}".getBytes(UTF_8), NODES.clock().instant());
            }),
        new Row(
            "sealed long ago",
            "skewed",
            () -> {
              Forger drill = drill();
              Made made = drill.made(MessageType.OFFER, Forger.offer());
              return drill.sealed(
                  made.signed(), made.body(), NODES.clock().instant().minusSeconds(301));
            }),
        new Row(
            "a message is missing before it",
            "out-of-order",
            () -> {
              Forger drill = drill();
              Made offer = drill.offered();
              drill.at(3, offer.signed().hash());
              return drill.sealed(drill.made(MessageType.RELEASE, release()));
            }));
  }

  private static byte[] withHeader(String alg, String signature) {
    Forger drill = drill();
    Made made = drill.made(MessageType.OFFER, Forger.offer());
    String header =
        "{\"alg\":\"%s\",\"typ\":\"homeward-message+jws\",\"kid\":\"%s\"}"
            .formatted(alg, NODES.drill().signing().kid());
    String jws =
        Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
            + "."
            + made.signed().jws().split("\\.")[1]
            + "."
            + signature;
    var forged = new SignedMessage(jws, made.signed().payload(), made.signed().hash());
    return drill.sealed(forged, made.body(), NODES.clock().instant());
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  @Proves(10)
  void whatIsNoMessageInItsPlaceGetsAProblemAndAnEntry(Row row) {
    NODES.clock().advance(A_MINUTE);
    byte[] request = row.request().get();
    int before = RS.messagesAudited().size();
    Map<String, Integer> stored = stored();

    Answer answer = RS.message(request);

    assertThat(answer.status()).isBetween(400, 413);
    assertThat(answer.problem()).isEqualTo(row.expected());
    assertThat(stored()).isEqualTo(stored);
    assertThat(RS.messagesAudited()).hasSize(before + 1);
    assertThat(RS.messagesAudited().getLast().getString("cause")).isEqualTo(row.expected());
  }

  @Test
  void floodOfGarbageIsCountedAndRecordedOnceAMinute() {
    NODES.clock().advance(A_MINUTE);
    int before = RS.messagesAudited().size();
    double counted = unanswered("not-jose");

    for (int i = 0; i < 20; i++) {
      assertThat(RS.message("flood".getBytes(US_ASCII)).problem()).isEqualTo("not-jose");
    }

    assertThat(RS.messagesAudited()).hasSize(before + 1);
    assertThat(unanswered("not-jose")).isEqualTo(counted + 20);
  }

  private static double unanswered(String word) {
    var counter =
        RS.context()
            .getBean(MeterRegistry.class)
            .find("homeward.bridge.unanswered")
            .tag("word", word)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  static Stream<Row> refused() {
    return Stream.of(
        new Row(
            "a real case from an exercise partner",
            "EXERCISE_AND_REAL",
            () -> {
              Forger drill = drill().saying(MessageStatus.ACTUAL);
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "an exercise from a real partner",
            "EXERCISE_AND_REAL",
            () -> {
              Forger gr =
                  new Forger(
                      "gr", NODES.gr().keys, RS, UUID.randomUUID().toString(), HandoverSide.OWNER);
              return gr.sealed(gr.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "a handover nobody knows",
            "HANDOVER_NOT_KNOWN",
            () -> {
              Forger drill = drill();
              return drill.sealed(drill.made(MessageType.FREEZE, new Freeze(TrialNodes.START)));
            }),
        new Row(
            "a handover with somebody else",
            "HANDOVER_NOT_KNOWN",
            () -> {
              String handover = UUID.randomUUID().toString();
              drill(handover, HandoverSide.OWNER).offered();
              Forger gr =
                  new Forger("gr", NODES.gr().keys, RS, handover, HandoverSide.OWNER)
                      .saying(MessageStatus.ACTUAL);
              return gr.sealed(gr.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "a release that nobody has accepted",
            "NOT_NOW",
            () -> {
              Forger drill = drill();
              drill.offered();
              return drill.sealed(drill.made(MessageType.RELEASE, release()));
            }),
        new Row(
            "a first offer under a later number",
            "CHAIN_BROKEN",
            () -> {
              Forger drill = drill().at(7, null);
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "an owner that answers its own offer",
            "NOT_YOUR_SIDE",
            () -> {
              Forger drill = drill();
              drill.offered();
              drill.as(HandoverSide.HOLDER);
              return drill.sealed(
                  drill.made(MessageType.ACCEPTED, PartnerAnswer.of("p", TrialNodes.START)));
            }),
        new Row(
            "other words under a number that is used up",
            "FORKED",
            () -> {
              Forger drill = drill();
              drill.offered();
              drill.at(1, null).incarnated(0);
              NODES.clock().advance(Duration.ofMillis(5));
              return drill.sealed(drill.made(MessageType.OFFER, Forger.offer()));
            }),
        new Row(
            "behind another message than ours",
            "CHAIN_BROKEN",
            () -> {
              Forger drill = drill();
              drill.offered();
              drill.at(2, Hashes.of(NOTHING));
              return drill.sealed(drill.made(MessageType.RELEASE, release()));
            }),
        new Row(
            "from before a restore",
            "OLD_INCARNATION",
            () -> {
              Forger drill = drill().incarnated(1);
              drill.offered();
              drill.incarnated(0);
              return drill.sealed(drill.made(MessageType.FREEZE, new Freeze(TrialNodes.START)));
            }));
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Proves(10)
  void whatCannotBeTakenIsRefusedWithASignedCauseAndAnEntry(Row row) {
    byte[] request = row.request().get();
    int before = RS.messagesAudited().size();

    Answer answer = RS.message(request);

    assertThat(answer.status()).isEqualTo(422);
    var receipt = Receipts.stored(answer.text());
    assertThat(receipt.cause()).isNotNull();
    assertThat(receipt.cause().text()).isEqualTo(row.expected());
    assertThat(RS.messagesAudited()).hasSize(before + 1);
    Document entry = RS.messagesAudited().getLast();
    assertThat(entry.getString("outcome")).isEqualTo("REFUSED");
    assertThat(RS.message(request).body()).isEqualTo(answer.body());
  }

  @Test
  @Proves(5)
  void onlyTheOwnerRecallsEndsAndOffers() {
    String handover = ownHandover();
    Forger drill = drill(handover, HandoverSide.OWNER);
    Made recall =
        drill.next(MessageType.RECALL, new Recall(Code.of(RecallReason.FOUND), TrialNodes.START));
    Made end = drill.next(MessageType.END, new End(TrialNodes.START));
    Made offer = drill.next(MessageType.OFFER, Forger.offer());

    for (Made made : List.of(recall, end, offer)) {
      Answer answer = RS.message(drill.sealed(made));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(Receipts.stored(answer.text()).cause().text()).isEqualTo("NOT_YOUR_SIDE");
    }

    var now = RS.supervisor().handover(handover);
    assertThat(now.path("status").asString()).isEqualTo("OFFERED");
    assertThat(now.has("recall")).isFalse();
    // Each refusal has used up its number: what the partner may say goes on behind them.
    drill.as(HandoverSide.HOLDER);
    Made seen = drill.next(MessageType.ACKNOWLEDGED, PartnerAnswer.of("p", TrialNodes.START));
    assertThat(RS.message(drill.sealed(seen)).status()).isEqualTo(200);
    RS.awaitStatus(handover, "ACKNOWLEDGED");
  }

  /** An exercise of this node, on its way to the exercise partner, which never answers. */
  private static String ownHandover() {
    TrialCase trial = TrialCase.exercise("rs").released();
    RS.tell(trial.id, trial.tell());
    RS.awaitCase(trial.id, 1);
    return RS.supervisor()
        .offer(trial, "drill", "LEGITIMATE_INTEREST")
        .json()
        .path("handover")
        .asString();
  }

  private static Map<String, Integer> stored() {
    var page = RS.supervisor().get("/api/v1/handovers?limit=200").json().path("handovers");
    Map<String, Integer> statuses = new TreeMap<>();
    page.forEach(line -> statuses.merge(line.path("status").asString(), 1, Integer::sum));
    return statuses;
  }
}
