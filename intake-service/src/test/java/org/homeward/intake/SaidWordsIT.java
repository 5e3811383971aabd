package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is said is kept as it is, warned of, or refused where nothing could be made of it. */
class SaidWordsIT {

  private static final String WARNED = "[{\"pointer\":\"%s\",\"rule\":\"impossible-number\"}]";

  private final Person ana = TrialIntake.get().ana();

  private Answer report(String child, String says) {
    return ana.post(
        "/api/v1/reports",
        """
        {"exercise": false, "channel": "PHONE", "newChildren": [{}, %s], "says": %s}"""
            .formatted(child, says));
  }

  @Test
  void anImpossibleNumberIsKeptAndWarnedOfWhereverItIsRead() {
    Answer taken = report("{\"phones\": [\"+381601234567\", \"+999123456789\"]}", "{}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().path("warnings").toString())
        .isEqualTo(WARNED.formatted("/newChildren/1/phones/1"));
    String path = "/api/v1/cases/" + taken.json().path("case").asString();
    String child = taken.json().path("children").path(1).asString();
    Answer read = ana.get(path);
    JsonNode report = read.json().path("reports").path(0);
    String pointer = "/says/children/" + child + "/phones/1";
    assertThat(report.at(pointer).asString()).isEqualTo("+999123456789");
    assertThat(report.path("warnings").toString()).isEqualTo(WARNED.formatted(pointer));

    Answer amended =
        ana.patch(
            path + "/reports/" + report.path("id").asString(),
            "{\"says\": {\"reporter\": {\"phone\": \"+3811111\"}}}",
            "If-Match: " + read.all("ETag").getFirst());
    assertThat(amended.status()).as(amended.text()).isEqualTo(200);
    assertThat(amended.json().path("warnings").toString())
        .isEqualTo(WARNED.formatted("/says/reporter/phone"));
  }

  @Test
  void whatCanBeDialledIsNotWarnedOf() {
    Answer taken = report("{\"phones\": [\"+381601234567\"]}", "{}");
    assertThat(taken.json().has("warnings")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"names\": [{\"full\": \"\\u200b\\ufeff\", \"script\": \"Latn\", \"kind\": \"NATIVE\"}]}"
            + "| {} | /newChildren/1/names/0/full | invisible",
        "{\"names\": [{\"full\": \"Ana\", \"script\": \"Cirl\", \"kind\": \"NATIVE\"}]}"
            + "| {} | /newChildren/1/names/0/script | unknown-script",
        "{\"languages\": [\"sr\", \"xx\"]} | {} | /newChildren/1/languages/1 | unknown-language",
        "{} | {\"notes\": {\"language\": \"en-UK\", \"text\": \"a\"}} | /says/notes/language"
            + "| unknown-language",
        "{} | {\"lastSeen\": {\"place\": {\"locality\": \"\\u3164\"}}}"
            + "| /says/lastSeen/place/locality | invisible"
      })
  void whatNobodySeesOrRegisteredIsRefusedAndPointedAt(
      String child, String says, String pointer, String rule) {
    Answer refused = report(child, says);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString())
        .isEqualTo("[{\"pointer\":\"%s\",\"rule\":\"%s\"}]".formatted(pointer, rule));
  }

  @Test
  void whatIsWrongWithAChildInAnAmendmentIsPointedAtWithTheChild() {
    Answer taken = report("{}", "{}");
    String path = "/api/v1/cases/" + taken.json().path("case").asString();
    String child = taken.json().path("children").path(1).asString();
    Answer refused =
        ana.patch(
            path + "/reports/" + taken.json().path("report").asString(),
            "{\"says\": {\"children\": {\"%s\": {\"languages\": [\"xx\"]}}}}".formatted(child),
            "If-Match: " + ana.get(path).all("ETag").getFirst());
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString())
        .isEqualTo("/says/children/" + child + "/languages/0");
  }

  @Test
  void thatALanguageANationalityOrANumberIsNotKnownCanBeSaid() {
    Answer taken =
        report(
            """
            {"answers": {"nationalities": "UNKNOWN", "languages": "REFUSED", "phones": "UNKNOWN"},
             "audiences": {"languages": ["CASE_TEAM"]}}""",
            "{}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().has("warnings")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"علی\u200Cرضا, Arab", "М.Петровић, Cyrl", "ශ්\u200Dරී, Sinh", "N.N., Latn"})
  void namesComeBackLetterByLetter(String name, String script) {
    Answer taken =
        report(
            "{\"names\": [{\"full\": \"%s\", \"script\": \"%s\", \"kind\": \"NATIVE\"}]}"
                .formatted(name, script),
            "{}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    Answer read = ana.get("/api/v1/cases/" + taken.json().path("case").asString());
    String child = taken.json().path("children").path(1).asString();
    assertThat(read.json().at("/facts/children/" + child + "/names/0/full").asString())
        .isEqualTo(name);
  }
}
