package org.homeward.trials.journey;

import java.util.List;

/** Care files that nobody opens so, and what nobody may do with one. */
final class BadCareFiles {
  private static final String FILES = "/api/v1/care-files";
  private static final String UNKNOWN = FILES + "/11111111-1111-4111-8111-111111111111";
  private static final String GOOD = "{\"exercise\": true, \"about\": {\"age\": \"CHILD\"}}";

  private static final String PROVIDERS = "/api/v1/providers";
  private static final String NOBODY = PROVIDERS + "/11111111-1111-4111-8111-111111111111";
  private static final String PROVIDER =
      "{\"name\": \"x\", \"services\": [\"TRANSPORT\"], \"phone\": \"+381112345678\"}";

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
        new Row("provider: by an operator", 403, s -> s.post("ana", PROVIDERS, PROVIDER)),
        new Row("provider: by police", 403, s -> s.post("dragan", PROVIDERS, PROVIDER)),
        new Row(
            "provider: that does nothing",
            422,
            s -> s.post("jelena", PROVIDERS, PROVIDER.replace("TRANSPORT", Row.MARK))),
        new Row("providers: listed by police", 403, s -> s.by("dragan", PROVIDERS).build()),
        new Row(
            "provider: where an unknown one is",
            404,
            s -> s.by("mina", NOBODY + "/address").build()),
        new Row(
            "provider: its address for an operator",
            403,
            s -> s.by("ana", NOBODY + "/address").build()),
        new Row(
            "referral: of an unknown file",
            404,
            s -> s.post("mina", UNKNOWN + "/referrals", "{\"" + Row.MARK + "\": 1}")),
        new Row(
            "referral: by a supervisor", 403, s -> s.post("jelena", UNKNOWN + "/referrals", "{}")),
        new Row(
            "referrals: of no such kind",
            422,
            s -> s.by("mina", "/api/v1/referrals?of=" + Row.MARK).build()),
        new Row(
            "support: of an unknown file",
            404,
            s -> s.post("mina", UNKNOWN + "/support/needs", "{\"" + Row.MARK + "\": 1}")),
        new Row("support: by an operator", 403, s -> s.by("ana", UNKNOWN + "/support").build()),
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
