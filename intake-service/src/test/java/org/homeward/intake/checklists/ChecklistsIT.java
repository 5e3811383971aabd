package org.homeward.intake.checklists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A checklist over the wire: it comes with the case, and goes with it. */
class ChecklistsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();

  private Answer opened(String says) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}], \"says\": {"
                + says
                + "}}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened;
  }

  private static String path(Answer opened) {
    return "/api/v1/cases/" + opened.json().path("case").asString();
  }

  private Optional<JsonNode> last(String path, String code) {
    return ana.get(path + "/work")
        .json()
        .path("checklist")
        .valueStream()
        .filter(item -> item.path("code").asString().equals(code))
        .reduce((first, last) -> last);
  }

  private JsonNode awaited(String path, String code) {
    return await().until(() -> last(path, code), Optional::isPresent).orElseThrow();
  }

  private void awaitDone(String path, String code) {
    await().until(() -> last(path, code).filter(item -> item.has("done")).isPresent());
  }

  private Answer answer(String path, JsonNode item, String body) {
    return ana.post(path + "/work/" + item.path("item").asString() + "/done", body);
  }

  @Test
  void aCaseAsksByItsCategoryAndRiskAndWhatItDoesItselfIsDone() {
    Answer opened = opened("\"category\": \"PARENTAL_ABDUCTION\", \"risk\": {\"level\": \"HIGH\"}");
    String path = path(opened);
    JsonNode police = awaited(path, "POLICE_INFORMED");
    JsonNode notice = awaited(path, "BORDER_NOTICE");

    Instant since = Instant.parse(ana.get(path).json().path("openedAt").asString());
    assertThat(Instant.parse(police.path("due").asString()))
        .isEqualTo(since.plus(Duration.ofMinutes(15)));
    assertThat(police.path("owner").asString()).isEqualTo("person-ana");
    assertThat(notice.path("say").path("en").asString()).contains("INTERPOL");
    assertThat(notice.path("why").path("sr-Cyrl").asString()).isNotBlank();
    assertThat(last(path, "RISK_ASSESSED")).as("it was stated at once").isEmpty();

    ana.post(
        path + "/orders-checked",
        "{\"finding\": \"NONE_FOUND\", \"reference\": \"K-1\", \"officer\": \"M\"}");
    awaitDone(path, "ORDERS_CHECKED");
    ana.post(
        path + "/reports/" + opened.json().path("report").asString() + "/release",
        "{\"desk\": \"pu\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"they ask\"}",
        "If-Match: " + ana.get(path).header("ETag"));
    awaitDone(path, "POLICE_INFORMED");
    ana.post(path + "/reports", "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}");
    await()
        .untilAsserted(
            () ->
                assertThat(last(path, "ORDERS_CHECKED").orElseThrow().has("done"))
                    .as("nobody has checked those of the second child")
                    .isFalse());
  }

  @Test
  void whatIsNotNeededHasAReasonAndWhatIsDoneBeginsWhatFollows() {
    String path = path(opened("\"category\": \"PARENTAL_ABDUCTION\""));
    JsonNode notice = awaited(path, "BORDER_NOTICE");
    JsonNode application = awaited(path, "HAGUE_APPLICATION");
    assertThat(last(path, "HAGUE_SIX_WEEKS")).isEmpty();

    assertThat(answer(path, notice, "{\"how\": \"NOT_NEEDED\"}").status()).isEqualTo(422);
    assertThat(answer(path, notice, "{\"how\": \"REACHED\"}").status()).isEqualTo(422);
    assertThat(answer(path, notice, "{\"how\": \"DONE\", \"reason\": \"x\"}").status())
        .isEqualTo(422);
    Answer laid = answer(path, notice, "{\"how\": \"NOT_NEEDED\", \"reason\": \"is at home\"}");
    assertThat(laid.status()).as(laid.text()).isEqualTo(200);
    JsonNode done = last(path, "BORDER_NOTICE").orElseThrow().path("done");
    assertThat(done.path("reason").asString()).isEqualTo("is at home");
    assertThat(done.path("by").asString()).isEqualTo("person-ana");

    answer(path, application, "{\"how\": \"DONE\"}");
    JsonNode weeks = last(path, "HAGUE_SIX_WEEKS").orElseThrow();
    Instant begun = Instant.parse(weeks.path("setAt").asString());
    assertThat(Instant.parse(weeks.path("due").asString()))
        .isEqualTo(begun.plus(Duration.ofDays(42)));
    assertThat(ana.get(path + "/work").json().path("items")).isEmpty();
  }

  @Test
  void aNewCategoryAsksForSomethingElse() {
    Answer opened = opened("\"category\": \"PARENTAL_ABDUCTION\"");
    String path = path(opened);
    awaited(path, "BORDER_NOTICE");

    ana.patch(
        path + "/reports/" + opened.json().path("report").asString(),
        "{\"says\": {\"category\": \"RUNAWAY\"}}",
        "If-Match: " + ana.get(path).header("ETag"));

    await().until(() -> last(path, "BORDER_NOTICE").isEmpty());
    assertThat(last(path, "REVERIFIED")).isPresent();
  }

  @Test
  void aFoundChildIsOfferedAnInterviewAndTheSearchAsksForNothingMore() {
    Answer opened = opened("\"category\": \"RUNAWAY\"");
    String path = path(opened);
    String child = opened.json().path("children").path(0).asString();
    awaited(path, "REVERIFIED");

    jelena.post(
        path + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"K\"}");

    JsonNode interview = awaited(path, "RETURN_INTERVIEW");
    assertThat(interview.path("child").asString()).isEqualTo(child);
    await().until(() -> last(path, "REVERIFIED").isEmpty());
    assertThat(answer(path, interview, "{\"how\": \"DONE\"}").status()).isEqualTo(200);
  }

  @Test
  @Proves(5)
  void theOwnerOfAForeignCaseDoesWhatTheRulesAskFor() {
    TrialHandover handover = TrialHandover.held();
    intake.tell("rs.handovers", handover.caseId, handover.offered());
    intake.tell("rs.handovers", handover.caseId, handover.released("by the sea"));
    String path = "/api/v1/cases/" + handover.caseId;
    await().until(() -> ana.get(path).status() == 200);
    ana.postNothing(path + "/freeze");
    String marker = path(opened(""));

    awaited(marker, "REVERIFIED");
    assertThat(ana.get(path + "/work").json().path("checklist")).isEmpty();
  }

  @Test
  void whatIsNoItemIsNotFound() {
    String path = path(opened(""));
    JsonNode item = awaited(path, "REVERIFIED");

    assertThat(
            ana.post(path + "/work/" + UUID.randomUUID() + "/done", "{\"how\": \"DONE\"}").status())
        .isEqualTo(404);
    assertThat(List.of(item.path("rings").asBoolean())).containsExactly(false);
  }
}
