package org.homeward.trials.journey;

import java.util.List;

/** Assessments that cannot be, and who may make none. */
final class BadAssessments {

  private static final String PROPOSALS = "/api/v1/risk/proposals";
  private static final String UNKNOWN =
      "/api/v1/cases/11111111-1111-4111-8111-111111111111/assessments";
  private static final String GOOD =
      "{\"after\": 0, \"level\": \"MEDIUM\", \"category\": \"UNDETERMINED\"}";
  private static final String ANSWERS = "{\"answers\": [%s]}";
  private static final String ANSWER = "{\"question\": \"%s\", \"answer\": \"%s\"}";

  private BadAssessments() {}

  static List<Row> assessments() {
    return List.of(
        proposal("cut off", 400, "{\"answers\": [" + Row.HOSTILE),
        proposal("a list", 400, "[]"),
        proposal("answers of markup", 422, "{\"answers\": \"" + Row.HOSTILE + "\"}"),
        proposal("an answer that is none", 422, ANSWERS.formatted("\"" + Row.HOSTILE + "\"")),
        proposal("an unknown question", 422, ANSWERS.formatted(ANSWER.formatted("FEAR", "YES"))),
        proposal(
            "a question of markup", 422, ANSWERS.formatted(ANSWER.formatted(Row.HOSTILE, "YES"))),
        proposal(
            "an unknown answer", 422, ANSWERS.formatted(ANSWER.formatted("HARMED", Row.HOSTILE))),
        proposal(
            "a question twice",
            422,
            ANSWERS.formatted(
                ANSWER.formatted("HARMED", "NO") + ", " + ANSWER.formatted("HARMED", "YES"))),
        proposal("a note", 422, ANSWERS.formatted("{\"question\": \"HARMED\", \"note\": \"x\"}")),
        proposal("an unknown field", 422, "{\"" + Row.HOSTILE + "\": 1}"),
        new Row("risk: proposed to police", 403, s -> s.post("dragan", PROPOSALS, "{}")),
        new Row("risk: proposed to the officer", 403, s -> s.post("vera", PROPOSALS, "{}")),
        new Row(
            "risk: the questions are read by police",
            403,
            s -> s.by("dragan", "/api/v1/risk/questions").build()),
        new Row("risk: of an unknown case", 404, s -> s.post("ana", UNKNOWN, GOOD)),
        new Row("risk: of an unknown case, read", 404, s -> s.by("ana", UNKNOWN).build()),
        new Row("risk: assessed by police", 403, s -> s.post("dragan", UNKNOWN, GOOD)),
        new Row("risk: assessed by the officer", 403, s -> s.post("vera", UNKNOWN, GOOD)));
  }

  private static Row proposal(String what, int status, String body) {
    return new Row("risk: " + what, status, s -> s.post("ana", PROPOSALS, body));
  }
}
