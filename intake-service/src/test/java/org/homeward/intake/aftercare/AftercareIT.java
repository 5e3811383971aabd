package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.aftercare.TrialEndings.alone;
import static org.homeward.intake.aftercare.TrialEndings.child;
import static org.homeward.intake.aftercare.TrialEndings.found;
import static org.homeward.intake.aftercare.TrialEndings.ground;
import static org.homeward.intake.aftercare.TrialEndings.mayBeTold;
import static org.homeward.intake.aftercare.TrialEndings.ok;
import static org.homeward.intake.aftercare.TrialEndings.opened;
import static org.homeward.intake.aftercare.TrialEndings.readyToTell;
import static org.homeward.intake.aftercare.TrialEndings.staff;
import static org.homeward.intake.aftercare.TrialEndings.word;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.aftercare.TrialEndings.Opened;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.intake.worksheets.AskOwner;
import org.homeward.schema.snapshots.HandoverTask;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Safe and closed, and what else is decided after a find, over HTTP. */
class AftercareIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();

  private static Stream<String> errors(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(each -> each.path("pointer").asString() + " " + each.path("rule").asString());
  }

  @Test
  void aChildWhoseSearchHasEndedIsSafeOnlyWhenStaffOrPoliceSayIt() {
    Opened of = found("");
    assertThat(child(ana, of).path("safety").asString()).isEqualTo("NOT_KNOWN");

    ok(ana.post(of.child("/safety"), word("SAFE", "\"who\": \"CLAIMANT\", " + alone())));
    ok(jelena.post(of.child("/safety"), word("SAFE", "\"who\": \"CLAIMANT\", " + alone())));
    assertThat(child(ana, of).path("safety").asString()).isEqualTo("NOT_KNOWN");

    ok(ana.post(of.child("/safety"), word("SAFE", staff())));
    JsonNode safe = child(ana, of);
    assertThat(safe.path("safety").asString()).isEqualTo("SAFE");
    assertThat(safe.at("/words/0/by").asString()).isEqualTo("person-ana");
    assertThat(safe.at("/words/0/meeting/weight").asString()).isEqualTo("COUNTS");
    assertThat(safe.at("/words/1/meeting/weight").asString()).isEqualTo("NEITHER_STAFF_NOR_POLICE");
    assertThat(mayBeTold(of)).isFalse();
  }

  @Test
  @Proves(6)
  void aTaskThatIsHiddenFromAPersonIsNotThere() {
    Opened of = found("");
    intake.bean(AskOwner.class).ask(of.id(), "person-ana");

    assertThat(open(jelena, of)).contains("CHECK_SEARCH");
    assertThat(open(ana, of)).doesNotContain("CHECK_SEARCH");
    ana.get(of.path() + "/ending")
        .json()
        .path("open")
        .forEach(each -> assertThat(each.has("kind")).as(each.toString()).isTrue());
  }

  private String open(Person reader, Opened of) {
    return ok(reader.get(of.path() + "/ending")).json().path("open").toString();
  }

  @Test
  void aCaseIsClosedWhenNothingOfItIsOpen() {
    Opened of = found("");
    String found =
        "{\"children\": [{\"child\": \"%s\", \"howFound\": \"BY_POLICE\"}]}".formatted(of.child());
    await()
        .untilAsserted(
            () ->
                assertThat(ana.get(of.path() + "/ending").json().path("open").toString())
                    .contains("RETURN_INTERVIEW"));
    Answer refused = ana.post(of.path() + "/close", found);
    assertThat(refused.problem()).isEqualTo("case-not-closed");
    assertThat(refused.json().path("open").toString()).contains("RETURN_INTERVIEW");

    ana.get(of.path() + "/work")
        .json()
        .path("checklist")
        .forEach(
            each ->
                ok(
                    ana.post(
                        of.path() + "/work/" + each.path("item").asString() + "/done",
                        "{\"how\": \"NOT_NEEDED\", \"reason\": \"x\"}")));
    ok(ana.post(of.path() + "/close", found));

    JsonNode closed = ana.get(of.path() + "/ending").json();
    assertThat(closed.at("/closed/howFound/" + of.child()).asString()).isEqualTo("BY_POLICE");
    assertThat(closed.at("/closed/by").asString()).isEqualTo("person-ana");
    assertThat(ana.post(of.child("/safety"), word("SAFE", staff())).problem())
        .isEqualTo("case-closed");
    assertThat(ana.post(of.path() + "/close", found).problem()).isEqualTo("case-closed");
    ok(ana.post(of.child("/safety"), word("NOT_SAFE", staff())));
    assertThat(child(ana, of).path("safety").asString()).isEqualTo("NOT_SAFE");
  }

  @Test
  @Proves(4)
  void aCaseThatIsOutOrSearchedForIsNotClosed() {
    Opened of = opened("");
    var handover = TrialHandover.of(of.id());
    intake.tell("rs.handovers", of.id(), handover.accepted(HandoverTask.READ_SIGHTING));
    await()
        .untilAsserted(
            () ->
                assertThat(ana.post(of.path() + "/close", "{}").json().path("open").toString())
                    .contains("SEARCH", "OUT", "READ_SIGHTING", "RISK_ASSESSED"));
  }

  @Test
  @Proves(11)
  void aftercareKeepsACaseOpenAndIsDoneByAPerson() {
    Opened of = found("");
    String step = "{\"what\": \"call the school\", \"due\": \"2026-01-01T00:00:00Z\"}";
    String soon = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
    ok(ana.post(of.path() + "/aftercare", step.replace("2026-01-01T00:00:00Z", soon)));
    JsonNode item = ana.get(of.path() + "/work").json().at("/items/0");
    assertThat(item.path("kind").asString()).isEqualTo("AFTERCARE");
    assertThat(ana.get(of.path() + "/ending").json().path("open").toString()).contains("AFTERCARE");
    String at = of.path() + "/work/" + item.path("item").asString();

    String later = Instant.now().plusSeconds(7200).truncatedTo(ChronoUnit.SECONDS).toString();
    ok(ana.post(at + "/next", "{\"due\": \"" + later + "\"}"));
    ok(ana.post(at + "/done", "{\"how\": \"DONE\"}"));

    assertThat(ana.get(of.path() + "/ending").json().path("open").toString())
        .doesNotContain("AFTERCARE");
    assertThat(ana.post(at + "/next", "{\"due\": \"" + later + "\"}").problem())
        .isEqualTo("task-done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          safety | {"finding": "SAFE"} | /who required
          safety | {"finding": "OTHER", "note": "x"} | /finding unknown-code
          safety | {"finding": "SAFE", "who": "POLICE", "how": "SAW", "claimantAbsent": true, "at": "2026-01-01T00:00:00Z"} | /reference required
          safety | {"finding": "SAFE", "who": "STAFF", "how": "SAW", "claimantAbsent": "yes", "at": "2026-01-01T00:00:00Z"} | /claimantAbsent wrong-type
          safety | {"finding": "SAFE", "who": "STAFF", "how": "SAW", "claimantAbsent": true, "at": "2999-01-01T00:00:00Z"} | /at in-future
          safety | {"finding": "SAFE", "who": "STAFF", "how": "SAW", "claimantAbsent": true, "at": "2020-01-01T00:00:00Z"} | /at too-long-ago
          safety | {"finding": "SAFE", "hiding": "NO_LONGER", "who": "STAFF", "how": "SAW", "claimantAbsent": true, "at": "2020-01-01T00:00:00Z"} | /note required
          safety | {"finding": "SAFE", "hiding": "MAYBE"} | /hiding unknown-code
          hearings | {"wish": "AGREES", "feared": ["NOBODY", "POLICE"]} | /feared wrong-value
          hearings | {"wish": "AGREES", "who": "STAFF", "how": "SAW", "claimantAbsent": true, "at": "2020-01-01T00:00:00Z"} | /at too-long-ago
          safety | {"finding": "MISTAKEN"} | /note required
          safety | {"finding": "MISTAKEN", "note": "x", "who": "STAFF"} | unknown-field
          hearings | {"report": "nope", "wish": "AGREES"} | /report unknown-report
          whereabouts/withdraw | {"reason": "x"} | /report required
          """)
  void whatCannotBeIsRefusedWhereItStands(String what, String body, String error) {
    Opened of = opened("");

    assertThat(errors(ana.post(of.child("/" + what), body)).toList())
        .anyMatch(each -> each.endsWith(error));
    assertThat(child(ana, of).path("words")).isEmpty();
  }

  @Test
  void howAChildWasFoundIsSaidOfEachThatWasFoundAndOfNoOther() {
    Opened of = found("");
    Opened open = opened("");
    String other = UUID.randomUUID().toString();
    String one = "{\"child\": \"%s\", \"howFound\": \"%s\"}";

    assertThat(errors(ana.post(of.path() + "/close", "{}")))
        .containsExactly("/children child-missing");
    assertThat(
            errors(
                ana.post(
                    of.path() + "/close",
                    "{\"children\": [%s, %s, %s]}"
                        .formatted(
                            one.formatted(of.child(), "PARTNER"),
                            one.formatted(of.child(), "PARTNER"),
                            one.formatted(other, "OTHER")))))
        .containsExactlyInAnyOrder(
            "/children/1/child repeated",
            "/children/2/child unknown-child",
            "/children/2/howFound unknown-code");
    assertThat(
            errors(
                ana.post(
                    open.path() + "/close",
                    "{\"children\": [%s]}".formatted(one.formatted(open.child(), "PARTNER")))))
        .containsExactly("/children/0/child not-found");
    assertThat(
            ana.post(of.path() + "/children/" + other + "/safety", word("SAFE", staff())).status())
        .isEqualTo(404);
  }

  @Test
  @Proves(2)
  void aRepeatedRequestIsOneWord() {
    Opened of = found("");
    String key = UUID.randomUUID().toString();
    String word = word("SAFE", staff());

    ok(ana.repeat(of.child("/safety"), word, key));
    ok(ana.repeat(of.child("/safety"), word, key));

    assertThat(child(ana, of).path("words").size()).isEqualTo(1);
    assertThat(ana.repeat(of.child("/safety"), word("NOT_SAFE", staff()), key).status())
        .isEqualTo(422);
  }

  @Test
  @Proves(5)
  void ofAnotherNodesChildThatNodeDecides() {
    var handover = TrialHandover.held();
    intake.tell("rs.handovers", handover.caseId, handover.released("seen"));
    String path = "/api/v1/cases/" + handover.caseId;
    await().untilAsserted(() -> assertThat(ana.get(path).status()).isEqualTo(200));

    assertThat(
            ana.post(path + "/children/" + handover.child + "/safety", word("SAFE", staff()))
                .problem())
        .isEqualTo("not-the-owner");
    assertThat(ana.post(path + "/close", "{}").problem()).isEqualTo("not-the-owner");
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItAlongAndNoTopicEverHadIt() {
    String planted = "Planted" + UUID.randomUUID();
    Opened of = readyToTell("");
    ok(ana.post(of.child("/safety"), word("SAFE", staff() + ", \"note\": \"" + planted + "\"")));
    String reason =
        "{\"report\": \"%s\", \"ground\": \"%s\", \"reason\": \"%s\"}"
            .formatted(of.report(), ground(of), planted);
    ok(jelena.post(of.child("/whereabouts"), reason));

    String erase = "{\"reason\": \"COURT_ORDER\"}";
    ok(intake.vera().post(of.path() + "/erase", erase));

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : List.of("aftercare", "aftercare-history")) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted, of.child());
                }
              }
            });
    assertThat(ana.get(of.path() + "/ending").status()).isEqualTo(410);
    assertThat(ana.post(of.child("/safety"), word("SAFE", staff())).status()).isEqualTo(410);
    assertThat(intake.all("rs.cases"))
        .noneMatch(record -> new String(record.value()).contains(planted));
  }

  @Test
  @Proves(10)
  void aLookIsRecordedAndTheOfficerOnlyReads() {
    Opened of = found("");
    Person marko = intake.person("marko", Role.OPERATOR);

    ok(marko.get(of.path() + "/ending"));
    ok(intake.vera().get(of.path() + "/ending"));
    assertThat(intake.vera().post(of.child("/safety"), word("SAFE", staff())).status())
        .isEqualTo(403);
    assertThat(intake.vera().get("/api/v1/audit/intake?case=" + of.id()).text())
        .contains("person-marko");
  }
}
