package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.trial.Forger.drill;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.homeward.bridge.trial.Forger;
import org.homeward.bridge.trial.Forger.Made;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Receipts;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.bridge.bodies.Release;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Scope;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hostile owner or holder keeps to the form of the protocol, and is refused all the same. */
class HostilePartnerIT {

  private static final TrialNodes NODES = TrialNodes.get();
  private static final TrialNode RS = NODES.rs();
  private static final Duration MONTH = Duration.ofDays(30);

  private record Row(String name, String expected, Supplier<Release> release) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> refused() {
    return Stream.of(
        given("fields that are not for partners", "NOT_FOR_PARTNERS", withNotes(), MONTH),
        given("everything before the check", "NOT_CHECKED", Scope.FULL, Says.EMPTY, MONTH),
        given(
            "a lease of more than thirty days",
            "LEASE_TOO_LONG",
            Scope.MINIMUM,
            Says.EMPTY,
            MONTH.plus(Duration.ofDays(1))),
        given(
            "what is kept from this country",
            "KEPT_FROM_RECEIVER",
            Scope.MINIMUM,
            Says.EMPTY,
            MONTH,
            "country:RS"));
  }

  private static Says withNotes() {
    return Says.builder().notes(new Text("en", "for the team")).build();
  }

  private static Row given(String name, String cause, Says facts, Duration lease) {
    return given(name, cause, Scope.MINIMUM, facts, lease);
  }

  private static Row given(
      String name, String cause, Scope scope, Says facts, Duration lease, String... notTo) {
    return new Row(name, cause, () -> Forger.release(scope, facts, lease, notTo));
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Proves({6, 7})
  void contentThatNoHonestOwnerSendsIsRefusedAndNothingOfItKept(Row row) {
    String handover = UUID.randomUUID().toString();
    Forger drill = accepted(handover);

    Answer answer = RS.message(drill.sealed(drill.made(MessageType.RELEASE, row.release().get())));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Receipts.stored(answer.text()).cause().text()).isEqualTo(row.expected());
    assertThat(RS.supervisor().handover(handover).path("status").asString()).isEqualTo("ACCEPTED");
    assertThat(RS.stored(handover)).doesNotContain("\"content\"");
  }

  /** A handover that a person here has accepted. */
  private static Forger accepted(String handover) {
    Forger drill = drill(handover, HandoverSide.OWNER);
    drill.offered();
    assertThat(RS.desk().move(handover, "accept", "").status()).isEqualTo(200);
    return drill;
  }

  @Test
  @Proves(6)
  void personsWhomTheOwnerNamesFindNothingExceptThoseWhoDecideOnceTheCaseIsHere() {
    String handover = UUID.randomUUID().toString();
    Forger drill = accepted(handover);
    Release release =
        Forger.release(
            Scope.MINIMUM,
            Says.EMPTY,
            MONTH,
            "person:person-maria",
            "person:person-jelena-rs",
            "person:person-desanka");
    assertThat(RS.message(drill.sealed(drill.next(MessageType.RELEASE, release))).status())
        .isEqualTo(200);

    String one = "/api/v1/handovers/" + handover;
    assertThat(RS.person("maria", Role.OPERATOR).get(one).problem()).isEqualTo("not-found");
    assertThat(RS.person("desanka", Role.DPO).get(one).problem()).isEqualTo("not-found");
    String caseId = RS.person("petra", Role.DPO).handover(handover).path("case").asString();
    RS.tell(caseId, TrialCase.foreign(caseId, "drill").tell());
    RS.awaitCase(caseId, 1);
    assertThat(RS.person("maria", Role.OPERATOR).get(one).problem()).isEqualTo("not-found");
    assertThat(RS.person("desanka", Role.DPO).get(one).status()).isEqualTo(200);
    assertThat(RS.supervisor().handover(handover).path("open").toString())
        .isEqualTo("[\"PERSONS_NAMED\"]");
  }

  @Test
  @Proves(6)
  void fieldsOfANewerProgramAreLeftOutAndCounted() {
    String handover = UUID.randomUUID().toString();
    Forger drill = accepted(handover);
    double before = unknownFields();
    byte[] newer =
        new String(
                MessageSigner.write(
                    MessageType.RELEASE, Forger.release(Scope.MINIMUM, Says.EMPTY, MONTH)),
                UTF_8)
            .replace("\"content\":{", "\"content\":{\"whereabouts\":\"planted\",")
            .getBytes(UTF_8);

    assertThat(RS.message(drill.sealed(drill.next(MessageType.RELEASE, newer))).status())
        .isEqualTo(200);

    assertThat(unknownFields()).isEqualTo(before + 1);
    assertThat(RS.collectionsWith("whereabouts")).isEmpty();
  }

  private static double unknownFields() {
    return RS.context()
        .getBean(MeterRegistry.class)
        .get("homeward.bridge.unknown.fields")
        .counter()
        .count();
  }

  @Test
  @Proves(4)
  void brakeThatCannotBeReadCountsAsOneWithAReference() {
    String handover = ownHandover();
    Forger drill = drill(handover, HandoverSide.HOLDER);
    byte[] garbage = "{\"reason\": 7}".getBytes(UTF_8);

    Made word =
        drill.next(
            MessageType.BRAKE, new Brake(Code.of(BrakeReason.LEGAL), null, TrialNodes.START));
    assertThat(RS.message(drill.sealed(word)).status()).isEqualTo(200);
    assertThat(RS.supervisor().handover(handover).path("braked").asBoolean()).isFalse();
    Made unreadable = drill.next(MessageType.BRAKE, garbage);
    assertThat(RS.message(drill.sealed(unreadable)).status()).isEqualTo(200);

    assertThat(RS.supervisor().handover(handover).path("braked").asBoolean()).isTrue();
    Awaitility.await()
        .until(
            () ->
                RS.told(handover).stream()
                    .anyMatch(
                        event ->
                            event
                                .path("snapshot")
                                .path("brake")
                                .path("referenced")
                                .asBoolean(false)));
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
}
