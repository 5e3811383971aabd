package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.homeward.local.client.HotlineClient;

/** Papers that are not taken, and what nobody may do with one, or with a photo. */
final class BadAttachments {
  private static final String UNKNOWN = "11111111-1111-4111-8111-111111111111";
  private static final String PDF = "application/pdf";
  private static final String GOOD = "%PDF-1.7 1 0 obj <</Type /Catalog>> endobj %%EOF";
  private static final String WORDS =
      "{\"kind\": \"COURT_ORDER\", \"title\": \"" + Row.MARK + "\", \"source\": \"COURT\"}";

  private BadAttachments() {}

  static List<Row> uploads() {
    return List.of(
        upload("empty", 422, PDF, ""),
        upload("markup", 422, PDF, "<svg onload=alert(1)>" + Row.HOSTILE),
        upload("cut off", 422, PDF, "%PDF-1.7 " + Row.MARK),
        upload("with a script", 422, PDF, script("/JavaScript")),
        upload("with a script in disguise", 422, PDF, script("/J#61vaScript")),
        upload("with a program", 422, PDF, script("/Launch")),
        upload("with a file", 422, PDF, script("/EmbeddedFiles")),
        upload("called a picture", 422, "image/jpeg", script("/JavaScript")),
        upload("a page", 415, "text/html", GOOD),
        new Row(
            "attachment: too large",
            413,
            s -> file(s, "ana", "", PDF, GOOD + " ".repeat((16 << 20) + 1))),
        new Row(
            "attachment: without a key",
            400,
            s ->
                s.by("ana", papers(s))
                    .header("Content-Type", PDF)
                    .POST(BodyPublishers.ofString(GOOD))
                    .build()),
        new Row(
            "attachment: for an unknown circle",
            422,
            s -> file(s, "ana", "?audience=" + Row.MARK, PDF, GOOD)),
        new Row(
            "attachment: for confidants by somebody else",
            422,
            s -> file(s, "ana", "?audience=CONFIDANT", PDF, GOOD)),
        new Row("attachment: by the officer", 403, s -> file(s, "vera", "", PDF, GOOD)),
        new Row("attachment: by police", 403, s -> file(s, "dragan", "", PDF, GOOD)),
        new Row("attachments: listed by police", 403, s -> s.by("dragan", papers(s)).build()));
  }

  static List<Row> changes() {
    return List.of(
        new Row(
            "attachment: an unknown one is read",
            404,
            s -> s.by("ana", papers(s) + "/" + UNKNOWN + "/document").build()),
        new Row(
            "attachment: one that is no id is read",
            404,
            s -> s.by("ana", papers(s) + "/" + Row.MARK + "/document").build()),
        new Row(
            "attachment: an unknown one is described",
            404,
            s -> s.post("ana", papers(s) + "/" + UNKNOWN + "/description", WORDS)),
        new Row(
            "attachment: an unknown one is looked at",
            404,
            s -> s.post("ana", papers(s) + "/" + UNKNOWN + "/look", "")),
        new Row(
            "attachment: handed over by an operator",
            403,
            s ->
                s.post(
                    "ana", papers(s) + "/" + UNKNOWN + "/hand-over", "{\"reference\": \"KU 1\"}")),
        new Row(
            "attachment: withdrawn by the officer",
            403,
            s -> s.post("vera", papers(s) + "/" + UNKNOWN + "/withdraw", "")));
  }

  /** Photos that nobody proposes for the public. */
  static List<Row> ofPublic() {
    String wish =
        "{\"childSays\": \"YES\", \"knownBy\": \"PARENT\", \"showsNobodyElse\": true, \"crop\": \""
            + Row.MARK
            + "\"}";
    String second = "{\"ground\": \"POLICE_REFERENCE\", \"reference\": \"" + Row.MARK + "\"}";
    return List.of(
        new Row("public photo: an unknown one", 404, s -> s.post("ana", ofPublic(s), wish)),
        new Row("public photo: by police", 403, s -> s.post("dragan", ofPublic(s), wish)),
        new Row("public photo: by the officer", 403, s -> s.post("vera", ofPublic(s), wish)),
        new Row(
            "public photo: an unknown one is confirmed",
            404,
            s -> s.post("jelena", ofPublic(s) + "/confirm", second)),
        new Row(
            "public photo: confirmed by an authority",
            403,
            s -> s.post("petar", ofPublic(s) + "/confirm", second)),
        new Row(
            "public photo: an unknown one is taken back",
            404,
            s -> s.post("ana", ofPublic(s) + "/take-back", "")));
  }

  private static String ofPublic(Targets scene) {
    return scene.heldCase() + "/photos/" + UNKNOWN + "/public";
  }

  private static String script(String name) {
    return GOOD.replace("/Type", "/S " + name + " /Type");
  }

  private static String papers(Targets scene) {
    return scene.heldCase() + "/attachments";
  }

  private static Row upload(String what, int status, String type, String file) {
    return new Row("attachment: " + what, status, s -> file(s, "ana", "", type, file));
  }

  private static HttpRequest file(
      Targets scene, String login, String query, String type, String file) {
    return scene
        .by(login, papers(scene) + query)
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(file, ISO_8859_1))
        .build();
  }
}
