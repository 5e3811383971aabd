package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import tools.jackson.databind.JsonNode;

/** Children that were found, and what is said of them, over HTTP. */
final class TrialEndings {

  /** Whom the child fears was asked, and it is nobody. */
  static final String ASKED = ", \"feared\": [\"NOBODY\"]";

  private static final TrialIntake INTAKE = TrialIntake.get();
  private static final Person ANA = INTAKE.ana();
  private static final Person JELENA = INTAKE.jelena();

  private TrialEndings() {}

  static String alone() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return "\"how\": \"SAW\", \"claimantAbsent\": true, \"at\": \"" + now + "\"";
  }

  static String staff() {
    return "\"who\": \"STAFF\", " + alone();
  }

  record Opened(String id, String report, String child) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    String child(String more) {
      return path() + "/children/" + child + more;
    }
  }

  static Opened opened(String says) {
    Answer opened =
        ANA.post(
            "/api/v1/reports",
            """
            {"exercise": false, "channel": "PHONE", "newChildren": [{}],
             "says": {"reporter": {"relation": "PARENT"}%s}}"""
                .formatted(says.isEmpty() ? ASKED : says));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return new Opened(
        opened.json().path("case").asString(),
        opened.json().path("report").asString(),
        opened.json().path("children").path(0).asString());
  }

  static Opened found(String says) {
    Opened of = opened(says);
    ok(
        ANA.post(
            of.child("/end"),
            "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"P\"}"));
    return of;
  }

  /** Found, heard, and checked by police. */
  static Opened readyToTell(String says) {
    Opened of = found(says);
    ok(
        ANA.post(
            of.path() + "/orders-checked",
            "{\"finding\": \"NONE_FOUND\", \"reference\": \"KU 1\", \"officer\": \"M\"}"));
    ok(hear(of, "AGREES"));
    return of;
  }

  static Answer hear(Opened of, String wish) {
    return hear(of, wish, ", \"feared\": [\"NOBODY\"]");
  }

  static Answer hear(Opened of, String wish, String more) {
    String body = "{\"report\": \"%s\", \"wish\": \"%s\", %s%s}";
    return ANA.post(of.child("/hearings"), body.formatted(of.report(), wish, staff(), more));
  }

  static Answer tell(Opened of) {
    return tell(of, ground(of), "");
  }

  static Answer tell(Opened of, String ground, String more) {
    String body = "{\"report\": \"%s\", \"ground\": \"%s\", \"reason\": \"she asks for it\"%s}";
    return JELENA.post(of.child("/whereabouts"), body.formatted(of.report(), ground, more));
  }

  /** Names what the supervisor reads. */
  static String ground(Opened of) {
    return child(JELENA, of).path("ground").asString();
  }

  static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  static String word(String finding, String meeting) {
    return "{\"finding\": \"%s\", %s}".formatted(finding, meeting);
  }

  static JsonNode child(Person reader, Opened of) {
    return ok(reader.get(of.path() + "/ending")).json().at("/children/0");
  }

  static boolean mayBeTold(Opened of) {
    return child(ANA, of).at("/claimants/0/mayBeTold").asBoolean(false);
  }

  static void orders(Opened of, String finding, String more) {
    ok(
        ANA.post(
            of.path() + "/orders-checked",
            "{\"finding\": \"%s\", \"reference\": \"KU 2\", \"officer\": \"M\"%s}"
                .formatted(finding, more)));
  }
}
