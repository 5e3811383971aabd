package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.homeward.local.client.HotlineClient;

/** Files of other systems that are not taken, and what nobody may do with an import. */
final class BadImports {
  private static final String IMPORTS = "/api/v1/imports";
  private static final String UNKNOWN = IMPORTS + "/11111111-1111-4111-8111-111111111111";
  private static final String AS_TABLE = "?exercise=true&source=trial";
  private static final String CSV = "text/csv";
  private static final String XML = "application/xml";
  private static final String GOOD = "ref,full_name\n1," + Row.MARK + "\n";
  private static final String PERSON =
      "<pfif xmlns='http://zesty.ca/pfif/1.4'><person><person_record_id>x/1</person_record_id>"
          + "<source_date>2026-01-01T00:00:00Z</source_date><full_name>%s</full_name>%s"
          + "</person></pfif>";

  private BadImports() {}

  static List<Row> uploads() {
    return List.of(
        table("empty", 422, ""),
        table("with an unknown column", 422, "ref,%s\n1,2\n".formatted(Row.HOSTILE)),
        table("without a column for its ids", 422, "full_name\n" + Row.MARK + "\n"),
        table("with an open quote", 422, "ref,full_name\n1,\"" + Row.MARK + "\n"),
        table("without ids", 422, "ref,full_name\n," + Row.HOSTILE + "\n"),
        table("with a name of a bell", 422, "ref,full_name\n1,a\u0007" + Row.MARK + "\n"),
        table("with a name without an end", 422, "ref,full_name\n1," + "x".repeat(70_000) + "\n"),
        new Row(
            "import: for neither exercise nor reality",
            422,
            s -> file(s, "jelena", "?source=trial", CSV, GOOD)),
        new Row(
            "import: of a source of markup",
            422,
            s -> file(s, "jelena", "?exercise=true&source=%3Cscript%3E", CSV, GOOD)),
        new Row("import: a page", 415, s -> file(s, "jelena", AS_TABLE, "text/html", GOOD)),
        new Row(
            "import: too large",
            413,
            s -> file(s, "jelena", AS_TABLE, CSV, GOOD + "\n".repeat((16 << 20) + 1))),
        new Row(
            "import: without a key",
            400,
            s ->
                s.by("jelena", IMPORTS + AS_TABLE)
                    .header("Content-Type", CSV)
                    .POST(BodyPublishers.ofString(GOOD))
                    .build()),
        document("cut off", "<pfif xmlns='http://zesty.ca/pfif/1.4'><person>" + Row.MARK),
        document("of nothing", Row.MARK),
        document("of another format", "<a>" + Row.MARK + "</a>"),
        document("of an older version", PERSON.formatted(Row.MARK, "").replace("1.4", "1.2")),
        document("with an unknown field", PERSON.formatted(Row.MARK, "<script/>")),
        document("twice the same field", PERSON.formatted(Row.MARK, "<full_name>b</full_name>")),
        document("born tomorrow", PERSON.formatted("a", "<date_of_birth>2999</date_of_birth>")),
        document("with a sex of markup", PERSON.formatted("a", "<sex>" + Row.MARK + "</sex>")),
        document(
            "with an entity of a file",
            "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + PERSON.formatted("&x;" + Row.MARK, "")),
        document(
            "with a bomb",
            "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                + PERSON.formatted("&c;", "")));
  }

  static List<Row> moves() {
    return List.of(
        new Row("import: by an operator", 403, s -> file(s, "ana", AS_TABLE, CSV, GOOD)),
        new Row("import: by police", 403, s -> file(s, "dragan", AS_TABLE, CSV, GOOD)),
        new Row("import: by the officer", 403, s -> file(s, "vera", AS_TABLE, CSV, GOOD)),
        new Row("imports: listed by an operator", 403, s -> s.by("ana", IMPORTS).build()),
        new Row("import: an unknown one is read", 404, s -> s.by("jelena", UNKNOWN).build()),
        new Row(
            "import: taken without a version", 428, s -> s.post("jelena", UNKNOWN + "/take", "")),
        new Row("import: taken by the officer", 403, s -> s.post("vera", UNKNOWN + "/take", "")),
        new Row(
            "import: reviewed by the officer", 403, s -> s.post("vera", UNKNOWN + "/review", "")),
        new Row(
            "import: discarded by an operator", 403, s -> s.post("ana", UNKNOWN + "/discard", "")));
  }

  private static Row table(String what, int status, String text) {
    return new Row("import: " + what, status, s -> file(s, "jelena", AS_TABLE, CSV, text));
  }

  private static Row document(String what, String text) {
    return new Row(
        "import: a document " + what, 422, s -> file(s, "jelena", "?exercise=true", XML, text));
  }

  private static HttpRequest file(
      Targets scene, String login, String query, String type, String file) {
    return scene
        .by(login, IMPORTS + query)
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(file))
        .build();
  }
}
