package org.homeward.intake.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.calls.CallsOf.CALLS;
import static org.homeward.intake.calls.CallsOf.id;
import static org.homeward.intake.calls.CallsOf.ifMatch;
import static org.homeward.intake.calls.CallsOf.path;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
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

/** The call log over HTTP: logged, ended, looked at. */
class CallsIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final CallsOf calls = new CallsOf(ana);

  @Test
  void aCallIsLoggedBeforeThereIsACaseAndTheTeamFindsItAsItWasTyped() {
    Answer logged =
        calls.logged(
            """
            , "line": "116000", "number": "+381 64 <b>1", "note": "line one\\nline \\"two\\" & ¿" \
            """);

    JsonNode found = marko.get(path(logged)).json();

    assertThat(found.path("number").asString()).isEqualTo("+381 64 <b>1");
    assertThat(found.path("note").asString()).isEqualTo("line one\nline \"two\" & ¿");
    assertThat(found.path("loggedBy").asString()).isEqualTo("person-ana");
    assertThat(found.has("ended") || found.has("case") || found.has("draft")).isFalse();
    assertThat(new CallsOf(marko).ids("").getFirst()).isEqualTo(id(logged));
  }

  @Test
  void theNewestCallStandsFirstWhenItIsLoggedLateToo() {
    Instant hourAgo = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    Answer now = calls.logged("");
    Answer earlier = calls.logged(", \"at\": \"" + hourAgo + "\"");

    List<String> ids = calls.ids("");

    assertThat(ids.indexOf(id(now))).isLessThan(ids.indexOf(id(earlier)));
    assertThat(ana.get(CALLS + "?after=x").status()).isEqualTo(422);
  }

  @Test
  void aCallThatIsNoCaseEndsThereAndEndsAgainInAnotherWay() {
    Answer logged = calls.logged("");

    Answer ended = ana.post(path(logged) + "/end", "{\"ended\": \"NO_REQUEST\"}", ifMatch(logged));
    Answer late = marko.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}", ifMatch(logged));
    Answer corrected =
        marko.post(path(logged) + "/end", "{\"ended\": \"JOB_OFFER_CHECK\"}", ifMatch(ended));

    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(412);
    assertThat(corrected.status()).isEqualTo(200);
    assertThat(ana.get(path(logged)).json().path("ended").asString()).isEqualTo("JOB_OFFER_CHECK");
    assertThat(ana.post(path(logged) + "/end", "{\"ended\": \"PRANK\"}").status()).isEqualTo(428);
  }

  @Test
  void twoPressesLogOneCall() {
    String key = UUID.randomUUID().toString();
    String body = "{\"exercise\": false, \"direction\": \"OUT\", \"answered\": false}";

    Answer first = ana.repeat(CALLS, body, key);
    Answer second = ana.repeat(CALLS, body, key);

    assertThat(second.status()).isEqualTo(201);
    assertThat(id(second)).isEqualTo(id(first));
    assertThat(ana.repeat(CALLS, body.replace("OUT", "IN"), key).status()).isEqualTo(422);
  }

  @Test
  @Proves(10)
  void aLookAndAListAreRecorded() {
    Answer logged = calls.logged("");
    String login = "listener-" + UUID.randomUUID();
    Person reader = intake.person(login, Role.SUPERVISOR);

    reader.get(path(logged));
    reader.get(CALLS + "?limit=200");

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .countDocuments(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", id(logged)))))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                       | required
          {"exercise": 1, "direction": "IN", "answered": true}                     | wrong-type
          {"exercise": false, "direction": "UP", "answered": true}                 | unknown-code
          {"exercise": false, "direction": "IN", "answered": true, "line": "<b>"}  | wrong-form
          {"exercise": false, "direction": "IN", "answered": true, "note": "\\u0007"} | control-character
          {"exercise": false, "direction": "IN", "answered": true, "number": " "}  | blank
          {"exercise": false, "direction": "IN", "answered": true, "ended": "CASE"} | unknown-code
          {"exercise": false, "direction": "IN", "answered": true, "x": 1}         | unknown-field
          {"exercise": false, "direction": "IN", "answered": true, "at": "2999-01-01T00:00:00Z"} | in-future
          {"exercise": false, "direction": "IN", "answered": true, "at": "2001-01-01T00:00:00Z"} | too-long-ago
          """)
  void badInputIsRefusedWithItsPlaceAndNotRepeated(String body, String rule) {
    Answer refused = ana.post(CALLS, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule).doesNotContain("<b>", "2999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamFindsCalls(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.get(CALLS).status()).isEqualTo(403);
    assertThat(other.get(path(calls.logged(""))).status()).isEqualTo(403);
  }
}
