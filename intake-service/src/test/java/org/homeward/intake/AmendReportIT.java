package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

/** Reports as people amend them who may not read all of them. */
class AmendReportIT {

  private static final String PLACE = "{\"country\": \"RS\", \"locality\": \"Nis\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();

  /** A case of one report about one child. */
  private record Opened(String id, String report, String child) {

    String path() {
      return "/api/v1/cases/" + id;
    }

    /** An answer with the names of its ids in their place, without the times. */
    String plain(Answer answer) {
      return answer
          .text()
          .replace(id, "case")
          .replace(report, "report")
          .replace(child, "child")
          .replaceAll("\"[0-9-]{10}T[0-9:.]+Z\"", "time");
    }
  }

  private Opened opened(String says) {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                """
                {"exercise": false, "channel": "PHONE", "newChildren": [{}], "says": {%s}}"""
                    .formatted(says))
            .json();
    return new Opened(
        opened.path("case").asString(),
        opened.path("report").asString(),
        opened.path("children").path(0).asString());
  }

  private Answer amend(Opened of, String says) {
    String tag = ana.get(of.path()).all("ETag").getFirst();
    return ana.patch(
        of.path() + "/reports/" + of.report(), "{\"says\": " + says + "}", "If-Match: " + tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shelter    | "shelter": {"country": "RS", "locality": "Nis"}
          childWords | "childWords": {"language": "sr", "text": "to a counsellor"}
          reporter   | "reporter": {"agreesToPolice": true}, "audiences": {"reporter": []}
          """)
  @Proves(6)
  void anAnswerIsTakenAlikeWhetherOrNotSomethingHiddenIsOnFile(String field, String hidden) {
    String answer = "{\"answers\": {\"%s\": \"UNKNOWN\"}}".formatted(field);
    List<String> withIt = exchange(opened(hidden), answer);
    String limit = hidden.contains("audiences") ? "\"audiences\": {\"reporter\": []}" : "";
    assertThat(withIt).isEqualTo(exchange(opened(limit), answer));
    assertThat(withIt.getFirst()).startsWith("200 ");
  }

  /** What an operator gets who says it twice and reads the case. */
  private List<String> exchange(Opened of, String patch) {
    List<String> got = new ArrayList<>();
    for (Answer each : List.of(amend(of, patch), amend(of, patch), ana.get(of.path()))) {
      got.add(each.status() + " " + each.all("ETag") + of.plain(each));
    }
    return got;
  }

  /** The stored proposals differ: hold for the police, release for nobody. */
  @Test
  @Proves(6)
  void theProposalDoesNotTellWhoIsFearedWhereTheReaderMayNotKnow() {
    String says =
        """
        "reporter": {"relation": "PARENT", "agreesToPolice": true}, "feared": ["%s"]""";
    String limit = "{\"audiences\": {\"feared\": []}}";
    List<JsonNode> read = new ArrayList<>();
    for (String feared : List.of("POLICE", "NOBODY")) {
      Opened of = opened(says.formatted(feared));
      assertThat(amend(of, limit).status()).isEqualTo(200);
      read.add(ana.get(of.path()).json().path("reports").path(0));
    }
    assertThat(read).extracting(report -> report.path("proposal").asString()).containsOnly("HOLD");
    assertThat(read.get(0).path("rules")).isEqualTo(read.get(1).path("rules"));
  }

  /** As a read does. */
  @Test
  @Proves(6)
  void aJoinDoesNotTellWhoIsFearedWhereItsAuthorMayNotKnow() {
    List<JsonNode> taken = new ArrayList<>();
    for (String feared : List.of("POLICE", "NOBODY")) {
      Opened of = opened("\"feared\": [\"" + feared + "\"]");
      assertThat(amend(of, "{\"audiences\": {\"feared\": []}}").status()).isEqualTo(200);
      taken.add(
          ana.post(
                  of.path() + "/reports",
                  """
                  {"exercise": false, "channel": "PHONE",
                   "says": {"reporter": {"relation": "PARENT", "agreesToPolice": true}}}""")
              .json());
    }
    assertThat(taken)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("proposal").asString()).isEqualTo("HOLD");
              assertThat(answer.has("because")).isFalse();
              assertThat(answer.path("rules")).isEqualTo(taken.getFirst().path("rules"));
            });
  }

  @Test
  void aReaderLearnsWhoChangedWhat() {
    Opened of = opened("\"notes\": {\"language\": \"sr\", \"text\": \"as said\"}");
    assertThat(amended(of, ana).isMissingNode()).isTrue();

    Stream.of(
            "{\"notes\": null, \"answers\": {\"notes\": \"UNKNOWN\"}}",
            "{\"children\": {\"%s\": {\"sex\": \"MALE\"}}}".formatted(of.child()))
        .forEach(patch -> assertThat(amend(of, patch).status()).isEqualTo(200));

    JsonNode amended = amended(of, ana);
    assertThat(amended.propertyNames())
        .containsExactly("/answers/notes", "/children/" + of.child() + "/sex");
    assertThat(amended.path("/answers/notes").path("by"))
        .isEqualTo(ana.get(of.path()).json().path("reports").path(0).path("by"));
  }

  @Test
  void aReaderLearnsWhatAFactWasBefore() {
    Opened of = opened("\"notes\": {\"language\": \"sr\", \"text\": \"as said\"}");
    String child = "/children/" + of.child() + "/sex";
    List<String> patches =
        List.of(
            "{\"notes\": null, \"answers\": {\"notes\": \"UNKNOWN\"}}",
            "{\"children\": {\"%s\": {\"sex\": \"MALE\"}}}",
            "{\"children\": {\"%s\": {\"sex\": \"FEMALE\"}}}");
    patches.forEach(
        patch -> assertThat(amend(of, patch.formatted(of.child())).status()).isEqualTo(200));
    JsonNode amended = amended(of, ana);
    assertThat(amended.at("/~1answers~1notes/was/text").asString()).isEqualTo("as said");
    assertThat(amended.path(child).path("was").asString()).isEqualTo("MALE");

    String again =
        """
        {"notes": {"language": "sr", "text": "again"}, "answers": {"notes": null}}""";
    assertThat(amend(of, again).status()).isEqualTo(200);
    JsonNode notes = amended(of, ana).path("/notes");
    assertThat(notes.path("wasAnswered").asString()).isEqualTo("UNKNOWN");
    assertThat(notes.has("was")).isFalse();
  }

  /** Otherwise a correction could not take a child's words out. */
  @Test
  @Proves(6)
  void whatIsNarrowedOrTakenBackStaysNowhereAsAnOldValue() {
    Opened of = opened("\"vehicle\": {\"plate\": \"NS-1\"}");
    assertThat(amend(of, "{\"vehicle\": {\"plate\": \"NS-2\"}}").status()).isEqualTo(200);
    assertThat(amended(of, ana).at("/~1vehicle/was/plate").asString()).isEqualTo("NS-1");

    assertThat(amend(of, "{\"audiences\": {\"vehicle\": [\"CASE_TEAM\"]}}").status())
        .isEqualTo(200);

    assertThat(amended(of, ana).path("/vehicle").has("was")).isFalse();
    String taken = "{\"vehicle\": null, \"answers\": {\"vehicle\": \"REFUSED\"}}";
    assertThat(amend(of, taken).status()).isEqualTo(200);
    assertThat(amended(of, ana).toString()).contains("/answers/vehicle").doesNotContain("NS-2");
  }

  private static JsonNode amended(Opened of, Person reader) {
    return reader.get(of.path()).json().path("reports").path(0).path("amended");
  }

  /** Otherwise the team would learn that a confidant has heard something from the child. */
  @Test
  @Proves(6)
  void whoeverMayNotReadAFactDoesNotLearnWhoChangedIt() {
    Opened of = opened("");
    Person confidant = intake.person("kata", Role.CONFIDANT);
    String tag = confidant.get(of.path()).all("ETag").getFirst();
    String patch =
        """
        {"says": {"childWords": {"language": "sr", "text": "to a counsellor"}}}""";
    assertThat(
            confidant
                .patch(of.path() + "/reports/" + of.report(), patch, "If-Match: " + tag)
                .status())
        .isEqualTo(200);

    assertThat(amended(of, ana).isMissingNode()).isTrue();
    assertThat(amended(of, confidant).propertyNames()).containsExactly("/childWords");
  }

  @Test
  void whoeverMayReadAllReadsTheProposalAsItIs() {
    Opened of =
        opened(
            """
            "reporter": {"relation": "PARENT", "agreesToPolice": true}, "feared": ["NOBODY"]""");
    assertThat(ana.get(of.path()).json().at("/reports/0/proposal").asString()).isEqualTo("RELEASE");
    assertThat(amend(of, "{\"feared\": null}").status()).isEqualTo(200);
    assertThat(ana.get(of.path()).json().at("/reports/0/proposal").asString())
        .isEqualTo("CANNOT_SAY_YET");
  }

  @Test
  @Proves(6)
  void nobodyWidensAnAudienceThatLeavesHerOut() {
    Opened of =
        opened(
            "\"circumstances\": {\"language\": \"sr\", \"text\": \"planted\"},"
                + " \"audiences\": {\"circumstances\": [\"POLICE\"]}, \"shelter\": "
                + PLACE);
    Stream.of(
            "{\"audiences\": {\"circumstances\": null}}",
            "{\"audiences\": null}",
            "{\"audiences\": {\"circumstances\": [\"POLICE\", \"CASE_TEAM\"]}}",
            "{\"children\": {\"" + of.child() + "\": null}}",
            "{\"circumstances\": null}")
        .forEach(patch -> assertThat(amend(of, patch).status()).as(patch).isEqualTo(200));
    assertThat(ana.get(of.path()).text()).doesNotContain("planted", "Nis");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"shoeSize\": null}", "{\"answers\": {\"age\": null}}"})
  void whatNamesNothingKnownIsRefused(String says) {
    Answer refused = amend(opened(""), says);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").path(0).path("pointer").asString())
        .startsWith("/says");
  }

  @Test
  void factsOfAChildWhomTheCaseDoesNotKnowAreRefused() {
    Answer refused =
        amend(opened(""), "{\"children\": {\"11111111-1111-4111-8111-111111111111\": null}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString())
        .isEqualTo("[{\"pointer\":\"/says/children\",\"rule\":\"unknown-child\"}]");
  }
}
