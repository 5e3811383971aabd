package org.homeward.bridge.handovers.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeward.bridge.trial.Person;
import org.homeward.bridge.trial.TrialCase;
import org.homeward.bridge.trial.TrialNode;
import org.homeward.bridge.trial.TrialNodes;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.schema.facts.CaseKind;
import org.homeward.schema.facts.Channel;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What cannot be offered, and why. */
class OffersIT {

  private static final TrialNodes NODES = TrialNodes.get();

  private final TrialNode rs = NODES.rs();
  private final TrialNode gr = NODES.gr();

  private record Row(String name, String partner, String expected, Supplier<TrialCase> trial) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> refused() {
    return Stream.of(
        new Row("no such partner", "xx", "partner-unknown", () -> TrialCase.of("rs").released()),
        new Row("this node", "rs", "partner-unknown", () -> TrialCase.of("rs").released()),
        new Row("held", "gr", "no-released-report", () -> TrialCase.of("rs")),
        new Row(
            "from the police",
            "gr",
            "no-released-report",
            () -> TrialCase.of("rs").released().from(Channel.POLICE)),
        new Row("braked", "gr", "case-braked", () -> TrialCase.of("rs").released().braked()),
        new Row("frozen", "gr", "case-frozen", () -> TrialCase.of("rs").released().frozen()),
        new Row(
            "a child at risk",
            "gr",
            "not-a-search",
            () -> TrialCase.of("rs").released().ofKind(CaseKind.AT_RISK)),
        new Row(
            "a child whom nobody knows",
            "gr",
            "not-a-search",
            () -> TrialCase.of("rs").released().ofKind(CaseKind.UNIDENTIFIED)),
        new Row("ended", "gr", "case-ended", () -> TrialCase.of("rs").released().ended()),
        new Row(
            "kept from the country",
            "gr",
            "kept-from-partner",
            () -> TrialCase.of("rs").released().notTo("country:GR")),
        new Row(
            "exercise to a real partner",
            "gr",
            "exercise-and-real",
            () -> TrialCase.exercise("rs").released()),
        new Row(
            "real to an exercise partner",
            "drill",
            "exercise-and-real",
            () -> TrialCase.of("rs").released()),
        new Row("a partner's case", "gr", "not-the-owner", () -> TrialCase.of("gr").released()),
        new Row(
            "to a country without a rule",
            "tr",
            "transfer-blocked",
            () -> TrialCase.of("rs").released()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Proves({5, 9})
  void isRefusedWithTheReason(Row row) {
    TrialCase trial = row.trial().get();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);

    Answer answer = rs.supervisor().offer(trial, row.partner(), "LEGITIMATE_INTEREST");

    assertThat(answer.problem()).isEqualTo(row.expected());
    assertThat(previewed(trial, row.partner())).isEqualTo(row.expected());
    assertThat(rs.supervisor().get("/api/v1/handovers?case=" + trial.id).json().path("handovers"))
        .isEmpty();
  }

  /** What stands against an offer, as the preview has it. */
  private String previewed(TrialCase trial, String partner) {
    Answer answer =
        rs.supervisor().get("/api/v1/handovers/preview?case=" + trial.id + "&partner=" + partner);
    if (answer.status() != 200) {
      return answer.problem();
    }
    JsonNode preview = answer.json();
    boolean blocked =
        !preview.path("transfer").path("allowed").asBoolean(true)
            && preview.path("transfer").path("missing").isEmpty();
    return preview.path("against").asString(blocked ? "transfer-blocked" : "");
  }

  @Test
  @Proves(6)
  void aPreviewNamesWhatEachStepTellsAndTellsNothing() {
    TrialCase trial = TrialCase.of("rs").released().alsoFromPolice();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    String path = "/api/v1/handovers/preview?case=" + trial.id + "&partner=gr";

    JsonNode before = rs.supervisor().get(path).json();
    assertThat(before.path("minimum").toString()).isEqualTo("[\"child.born\",\"child.names\"]");
    assertThat(before.path("full").toString())
        .contains("lastSeen", "child.clothing")
        .doesNotContain("circumstances", "policeTold", "child.home");
    assertThat(before.path("reportsKept").asInt()).isEqualTo(1);
    assertThat(before.path("transfer").path("allowed").asBoolean()).isTrue();
    assertThat(before.has("open")).isFalse();
    assertThat(before.has("against")).isFalse();

    String handover =
        rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").json().path("handover").asString();
    assertThat(rs.supervisor().get(path).json().path("open").asString()).isEqualTo(handover);
    assertThat(rs.supervisor().get("/api/v1/handovers?case=" + trial.id).json().path("handovers"))
        .hasSize(1);
  }

  @Test
  @Proves({6, 10})
  void personWhomACaseIsKeptFromFindsNoneOfItsHandoversAndEachLookIsRecorded() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    String handover =
        rs.supervisor()
            .offer(trial, "gr", "LEGITIMATE_INTEREST")
            .json()
            .path("handover")
            .asString();
    rs.tell(trial.id, trial.notTo("person:person-vesna").tell());
    rs.awaitCase(trial.id, 2);
    Person vesna = rs.person("vesna", Role.SUPERVISOR);
    String one = "/api/v1/handovers/" + handover;
    String all = "/api/v1/handovers?case=" + trial.id;

    for (String path : List.of(one, one + "/disclosures", one + "/receipt")) {
      assertThat(vesna.get(path).problem()).isEqualTo("not-found");
    }
    assertThat(vesna.get(all).json().path("handovers")).isEmpty();
    assertThat(rs.person("desanka", Role.DPO).get(one).status()).isEqualTo(200);
    assertThat(rs.person("desanka", Role.DPO).get(all).json().path("handovers")).hasSize(1);

    assertThat(looksOf("person-vesna", trial.id)).containsOnly("WITHHELD CASE_WORK").hasSize(4);
    assertThat(looksOf("person-desanka", trial.id)).containsOnly("DISCLOSED OVERSIGHT").hasSize(2);
  }

  private List<String> looksOf(String person, String handover) {
    return rs.audit().stream()
        .filter(look -> person.equals(look.getString("reader")))
        .filter(look -> look.getList("subjects", String.class).contains(handover))
        .map(look -> look.getString("verb") + " " + look.getString("purpose"))
        .toList();
  }

  /** Its partner would refuse it, and a message keeps its time and signature for ever. */
  @Test
  void isRefusedOutsideTheTimeOfTheOwnKey() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    keysBegin(NODES.clock().instant().plus(Duration.ofHours(1)));
    try {
      assertThat(rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").problem())
          .isEqualTo("own-key-out-of-time");
    } finally {
      keysBegin(TrialNodes.START.minus(Duration.ofDays(1)));
    }
    assertThat(rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").status()).isEqualTo(201);
  }

  private void keysBegin(Instant notBefore) {
    NODES.keysBegin("rs", notBefore);
    rs.awaitRegistry(NODES.registry().version());
  }

  @Test
  @Proves(2)
  void secondHandoverOfACaseToAPartnerNeedsTheFirstToBeOver() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    Person ana = rs.supervisor();
    String first = ana.offer(trial, "gr", "PUBLIC_TASK").json().path("handover").asString();

    Answer second = ana.offer(trial, "gr", "PUBLIC_TASK");
    assertThat(second.problem()).isEqualTo("open-before");
    assertThat(second.json().path("handover").asString()).isEqualTo(first);
    Answer unknown = ana.offer(trial, "gr", "PUBLIC_TASK", UUID.randomUUID().toString());
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().path("errors").toString())
        .isEqualTo("[{\"pointer\":\"/instead\",\"rule\":\"no-such-handover\"}]");
    gr.awaitStatus(first, "OFFERED");
    Answer instead = ana.offer(trial, "gr", "PUBLIC_TASK", first);
    assertThat(instead.status()).isEqualTo(201);
    String next = instead.json().path("handover").asString();
    gr.awaitStatus(first, "REVOKED");
    gr.awaitStatus(next, "OFFERED");

    assertThat(gr.desk().move(next, "reject", "{\"reason\": \"NO_CAPACITY\"}").status())
        .isEqualTo(200);
    rs.awaitStatus(next, "REJECTED");
    Answer third = ana.offer(trial, "gr", "PUBLIC_TASK");
    assertThat(third.status()).isEqualTo(201);
    rs.tell(trial.id, trial.notTo("node:gr").tell());
    rs.awaitCase(trial.id, 2);
    assertThat(ana.offer(trial, "gr", "PUBLIC_TASK").problem()).isEqualTo("kept-from-partner");
  }

  @Test
  @Proves(2)
  void ofTwoOffersAtOnceOneWinsAndTheOtherNamesIt() throws Exception {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    int callers = 8;
    var together = new CyclicBarrier(callers);
    List<Answer> answers = new ArrayList<>();
    try (var people = Executors.newFixedThreadPool(callers)) {
      List<Future<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        Person one = rs.person("racer-" + i, Role.SUPERVISOR);
        calls.add(
            people.submit(
                () -> {
                  together.await();
                  return one.offer(trial, "gr", "PUBLIC_TASK");
                }));
      }
      for (Future<Answer> call : calls) {
        answers.add(call.get());
      }
    }

    List<Answer> made = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(made).hasSize(1);
    String winner = made.getFirst().json().path("handover").asString();
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.json().path("handover").asString()).isEqualTo(winner));
    assertThat(rs.supervisor().get("/api/v1/handovers?case=" + trial.id).json().path("handovers"))
        .hasSize(1);
  }

  @Test
  void unknownCaseIsNotKnownYet() {
    assertThat(rs.supervisor().offer(TrialCase.of("rs"), "gr", "LEGITIMATE_INTEREST").problem())
        .isEqualTo("not-known-here-yet");
  }

  @Test
  @Proves(6)
  void offerTellsNothingThatOnlyThePoliceSaid() {
    TrialCase trial = TrialCase.calm("rs").released().alsoFromPolice();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);

    String handover =
        rs.supervisor().offer(trial, "gr", "PUBLIC_TASK").json().path("handover").asString();

    var offer = gr.awaitStatus(handover, "OFFERED").path("offer");
    assertThat(offer.path("urgency").asString()).isEqualTo("NORMAL");
    assertThat(offer.path("policeInformed").asString())
        .as("a report was released to police, whatever they say of it")
        .isEqualTo("YES");
  }

  @Test
  void borderThatNeedsAGroundOpensOnceItIsOnFile() {
    TrialCase trial = TrialCase.of("gr").released();
    gr.tell(trial.id, trial.tell());
    gr.awaitCase(trial.id, 1);

    Answer refused = gr.supervisor().offer(trial, "rs", "LEGITIMATE_INTEREST");
    assertThat(refused.problem()).isEqualTo("transfer-needs-ground");
    assertThat(refused.json().path("missing").toString())
        .isEqualTo("[\"STANDARD_CLAUSES\",\"VITAL_INTEREST\"]");

    Answer waiting = gr.supervisor().offer(trial, "rs", "VITAL_INTEREST");
    assertThat(waiting.status()).isEqualTo(201);
    String handover = waiting.json().path("handover").asString();
    gr.await(handover, found -> found.path("waitsFor").asString().equals("transfer-needs-ground"));
    String ground =
        """
        {"ground": "VITAL_INTEREST", "justification": "DANGER_TO_LIFE", "reference": "K-17/26"}""";
    assertThat(gr.supervisor().act(handover, "grounds", ground).status()).isEqualTo(200);
    assertThat(gr.supervisor().act(handover, "grounds", ground).problem())
        .isEqualTo("another-person-needed");
    rs.awaitStatus(handover, "OFFERED");
    assertThat(rs.desk().move(handover, "accept", "").status()).isEqualTo(200);
    rs.awaitStatus(handover, "RELEASED");
    assertThat(rs.desk().move(handover, "check", "").status()).isEqualTo(200);
    gr.await(handover, found -> found.path("waitsFor").asString().equals("another-person-needed"));
    assertThat(gr.person("milan-gr", Role.SUPERVISOR).act(handover, "grounds", ground).status())
        .isEqualTo(200);
    rs.await(handover, found -> found.path("scope").asString().equals("FULL"));
  }

  @Test
  void sameKeyMakesOneHandoverAndAnotherBodyNone() {
    TrialCase trial = TrialCase.of("rs").released();
    rs.tell(trial.id, trial.tell());
    rs.awaitCase(trial.id, 1);
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"case": "%s", "partner": "gr", "reason": "%s", "purpose": "PARTNER_SEARCH",
         "basis": "PUBLIC_TASK"}""";
    var ana = rs.supervisor();

    Answer first = ana.keyed(key, "/api/v1/handovers", body.formatted(trial.id, "ROUTE"));
    rs.tell(trial.id, trial.frozen().tell());
    rs.awaitCase(trial.id, 2);
    Answer again = ana.keyed(key, "/api/v1/handovers", body.formatted(trial.id, "ROUTE"));
    Answer other = ana.keyed(key, "/api/v1/handovers", body.formatted(trial.id, "NATIONAL"));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.problem()).isEqualTo("key-reused");
  }
}
