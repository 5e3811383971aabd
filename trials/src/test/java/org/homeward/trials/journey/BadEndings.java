package org.homeward.trials.journey;

import java.util.List;

/** Words after a find that cannot be, and who may say none. */
final class BadEndings {

  private static final String CASE = "/api/v1/cases/11111111-1111-4111-8111-111111111111";
  private static final String CHILD = CASE + "/children/22222222-2222-4222-8222-222222222222";
  private static final String WORD =
      "{\"finding\": \"SAFE\", \"who\": \"STAFF\", \"how\": \"SAW\", \"claimantAbsent\": true,"
          + " \"at\": \"2026-01-01T00:00:00Z\"}";
  private static final String WHY =
      "{\"report\": \"33333333-3333-4333-8333-333333333333\", \"reason\": \"x\"}";

  private static final String CONTACT =
      CASE + "/family/contacts/55555555-5555-4555-8555-555555555555";

  private BadEndings() {}

  static List<Row> endings() {
    return List.of(
        row("safe in an unknown case", 404, "ana", CHILD + "/safety", WORD),
        row("safe, said by police", 403, "dragan", CHILD + "/safety", WORD),
        row("safe, said by the officer", 403, "vera", CHILD + "/safety", WORD),
        row("told by an operator", 403, "ana", CHILD + "/whereabouts", WHY),
        row("told by police", 403, "dragan", CHILD + "/whereabouts", WHY),
        row("told in an unknown case", 404, "jelena", CHILD + "/whereabouts", WHY),
        row("withdrawn in an unknown case", 404, "ana", CHILD + "/whereabouts/withdraw", WHY),
        row("closed, an unknown case", 404, "ana", CASE + "/close", "{}"),
        row("closed by the officer", 403, "vera", CASE + "/close", "{}"),
        row(
            "an interview of an unknown case",
            404,
            "ana",
            CHILD + "/interviews",
            "{\"office\": \"SCHOOL\", \"name\": \"x\"}"),
        row(
            "an interview written down by an operator",
            403,
            "ana",
            CASE + "/interviews/44444444-4444-4444-8444-444444444444/held",
            "{}"),
        row(
            "missing again in an unknown case",
            404,
            "ana",
            CHILD + "/missing-again",
            "{\"channel\": \"PHONE\"}"),
        row(
            "a family of an unknown case",
            404,
            "ana",
            CASE + "/family/contacts",
            "{\"name\": \"x\", \"number\": \"+381641234567\", \"relation\": \"PARENT\","
                + " \"language\": \"en\"}"),
        row("another number, by an operator", 403, "ana", CONTACT + "/number", WHY),
        row("a family told by the officer", 403, "vera", CONTACT + "/updates", WHY),
        row("a family told by police", 403, "dragan", CONTACT + "/updates", WHY),
        new Row("family: read by police", 403, s -> s.by("dragan", CASE + "/family").build()),
        new Row("family: of an unknown case", 404, s -> s.by("ana", CASE + "/family").build()),
        new Row("ending: read by police", 403, s -> s.by("dragan", CASE + "/ending").build()),
        new Row(
            "ending: of an unknown case, read", 404, s -> s.by("ana", CASE + "/ending").build()));
  }

  private static Row row(String what, int status, String who, String path, String body) {
    return new Row("ending: " + what, status, s -> s.post(who, path, body));
  }
}
