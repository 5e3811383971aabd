package org.homeward.intake.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.intake.calls.CallsOf.ifMatch;
import static org.homeward.intake.calls.CallsOf.path;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A job offer is checked with a caller, over HTTP. */
class JobOffersIT {

  private static final String OFFER =
      """
      {"employer": "%s", "destination": "DE", "contract": "none yet\\nsays he",
       "intermediaries": "a cousin", "advised": "call the embassy",
       "checked": [{"question": "NO_FEE", "answer": "NO", "advised": true},
                   {"question": "CONTRACT_BEFORE", "answer": "UNKNOWN"}]}""";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final CallsOf calls = new CallsOf(ana);

  private static Answer checked(Person person, Answer logged, String employer) {
    return person.post(path(logged) + "/job-offer", OFFER.formatted(employer), "If-Match: *");
  }

  @Test
  void whatWasSaidAndAdvisedStaysWithTheCallAndTheCallEndsAsACheck() {
    Answer logged = calls.logged("");

    Answer saved = ana.post(path(logged) + "/job-offer", OFFER.formatted("Hotel"), ifMatch(logged));

    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    JsonNode offer = marko.get(path(logged)).json().path("jobOffer");
    assertThat(offer.path("employer").asString()).isEqualTo("Hotel");
    assertThat(offer.path("contract").asString()).isEqualTo("none yet\nsays he");
    assertThat(offer.at("/checked/0/answer").asString()).isEqualTo("NO");
    assertThat(offer.at("/checked/0/advised").asBoolean(false)).isTrue();
    assertThat(offer.at("/checked/1/advised").asBoolean(false)).isFalse();
    assertThat(offer.path("by").asString()).isEqualTo("person-ana");
    assertThat(
            ana.post(path(logged) + "/end", "{\"ended\": \"JOB_OFFER_CHECK\"}", ifMatch(saved))
                .status())
        .isEqualTo(200);
    JsonNode ended = ana.get(path(logged)).json();
    assertThat(ended.path("ended").asString()).isEqualTo("JOB_OFFER_CHECK");
    assertThat(ended.at("/jobOffer/advised").asString()).isEqualTo("call the embassy");
  }

  @Test
  void aListMentionsThatAnOfferWasCheckedAndNothingOfIt() {
    Answer logged = calls.logged("");
    checked(ana, logged, "Listed-" + UUID.randomUUID());

    Answer list = ana.get(CallsOf.CALLS + "?limit=200");

    assertThat(list.text()).doesNotContain("Listed-").contains("\"offerChecked\":true");
  }

  @Test
  void ofTwoPeopleWhoWriteAtOnceTheSecondReadsFirst() {
    Answer logged = calls.logged("");
    String body = OFFER.formatted("Hotel");
    Answer first = ana.post(path(logged) + "/job-offer", body, ifMatch(logged));

    assertThat(marko.post(path(logged) + "/job-offer", body, ifMatch(logged)).status())
        .isEqualTo(412);
    assertThat(marko.post(path(logged) + "/job-offer", body).status()).isEqualTo(428);
    assertThat(marko.post(path(logged) + "/job-offer", body, ifMatch(first)).status())
        .isEqualTo(200);
    assertThat(ana.get(path(logged)).json().at("/jobOffer/by").asString())
        .as("nothing else was said")
        .isEqualTo("person-ana");
  }

  @Test
  @Proves({6, 8})
  void itGoesWithTheCallIntoTheCaseAndIsAsHiddenAndErasedAsThat() {
    String planted = "Planted-" + UUID.randomUUID();
    String draft = calls.draft("");
    Answer logged = calls.logged("");
    checked(ana, logged, planted);
    String tie = "{\"draft\": \"" + draft + "\"}";
    assertThat(ana.post(path(logged) + "/tie", tie, "If-Match: *").status()).isEqualTo(200);
    String caseId = calls.file(draft);
    await().untilAsserted(() -> assertThat(ana.get(path(logged)).json().has("case")).isTrue());
    assertThat(ana.get(path(logged)).json().at("/jobOffer/employer").asString()).isEqualTo(planted);
    assertThat(ana.get("/api/v1/cases/" + caseId).text()).doesNotContain(planted);

    assertThat(intake.all("rs.cases"))
        .noneMatch(record -> new String(record.value(), UTF_8).contains(planted));

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");
    assertThat(marko.get(path(logged)).status()).isEqualTo(404);
    assertThat(checked(marko, logged, "x").status()).isEqualTo(404);

    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post("/api/v1/cases/" + caseId + "/erase", erase);
    intake.vera().post("/api/v1/cases/" + caseId + "/erase", erase);
    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"calls", "call-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
    assertThat(checked(ana, logged, "x").status()).isEqualTo(404);
  }

  @Test
  void theQuestionsHaveASourceAndWordsInFourLanguages() {
    JsonNode questions = ana.get("/api/v1/job-offers/questions").json().path("questions");

    assertThat(questions.size()).isGreaterThan(10);
    for (JsonNode each : questions) {
      assertThat(each.at("/source/document").asString()).isNotBlank();
      for (String part : List.of("ask", "advise")) {
        assertThat(each.path(part).propertyNames())
            .containsExactlyInAnyOrder("en", "sr-Latn", "sr-Cyrl", "el");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamChecksOffers(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.get("/api/v1/job-offers/questions").status()).isEqualTo(403);
    assertThat(checked(other, calls.logged(""), "x").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"destination": "QQ"}                                                | /destination
          {"destination": "Germany"}                                           | /destination
          {"employer": ""}                                                     | /employer
          {"employer": "\\u0007"}                                             | /employer
          {"contract": 7}                                                      | /contract
          {"papers": "x"}                                                      | ''
          {"checked": {}}                                                      | /checked
          {"checked": [{"question": "NOVEL", "answer": "YES"}]}                | /checked/0/question
          {"checked": [{"question": "NO_FEE", "answer": "MAYBE"}]}             | /checked/0/answer
          {"checked": [{"answer": "NO"}]}                                      | /checked/0/question
          {"checked": [{"question": "NO_FEE", "answer": "NO", "advised": 1}]}  | /checked/0/advised
          {"checked": [{"question": "NO_FEE", "answer": "NO", "x": 1}]}        | /checked/0
          {"checked": [{"question": "NO_FEE", "answer": "NO"}, {"question": "NO_FEE", "answer": "NO"}]} | /checked/1/question
          """)
  void whatCannotBeIsRefusedWhereItStandsAndNothingIsKept(String body, String pointer) {
    Answer logged = calls.logged("");

    Answer refused = ana.post(path(logged) + "/job-offer", body, "If-Match: *");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains("\"" + pointer + "\"");
    assertThat(ana.get(path(logged)).json().has("jobOffer")).isFalse();
  }
}
