package org.homeward.trials.journey;

import java.util.List;

/** Care files that nobody opens so, and what nobody may do with one. */
final class BadCareFiles {
  private static final String FILES = "/api/v1/care-files";
  private static final String UNKNOWN = FILES + "/11111111-1111-4111-8111-111111111111";
  private static final String GOOD = "{\"exercise\": true, \"about\": {\"age\": \"CHILD\"}}";

  private BadCareFiles() {}

  static List<Row> files() {
    return List.of(
        opened("without a person", "{\"exercise\": true}"),
        opened("for neither exercise nor reality", "{\"about\": {\"age\": \"CHILD\"}}"),
        opened("of no age", GOOD.replace("CHILD", Row.MARK)),
        opened(
            "with an unknown field", GOOD.replace("\"age\"", "\"" + Row.MARK + "\": 1, \"age\"")),
        opened(
            "for a stranger",
            GOOD.replace("\"about\"", "\"members\": [\"" + Row.MARK + "\"], \"about\"")),
        opened(
            "kept from a country",
            GOOD.replace("\"about\"", "\"notTo\": [\"country:RS\"], \"about\"")),
        new Row("care file: by an operator", 403, s -> s.post("ana", FILES, GOOD)),
        new Row("care file: by police", 403, s -> s.post("dragan", FILES, GOOD)),
        new Row("care file: by the officer", 403, s -> s.post("vera", FILES, GOOD)),
        new Row("care files: listed by an operator", 403, s -> s.by("ana", FILES).build()),
        new Row("care files: listed by police", 403, s -> s.by("dragan", FILES).build()),
        new Row("care file: an unknown one is read", 404, s -> s.by("mina", UNKNOWN).build()),
        new Row(
            "care file: an unknown one by break-glass",
            404,
            s -> s.post("jelena", UNKNOWN + "/break-glass", "{}")),
        new Row(
            "care file: an unknown one is erased",
            404,
            s -> s.post("vera", UNKNOWN + "/erase", "{}")),
        new Row(
            "screening: a proposal about the means of a child",
            422,
            s ->
                s.post(
                    "ana",
                    "/api/v1/screening/proposals",
                    "{\"of\": \"CHILD\", \"answers\": [{\"indicator\": \"THREATS\","
                        + " \"answer\": \"YES\", \"saidBy\": \"FAMILY\"}]}")));
  }

  private static Row opened(String name, String body) {
    return new Row("care file: " + name, 422, s -> s.post("mina", FILES, body));
  }
}
