package org.homeward.trials.story;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;
import org.homeward.trials.story.Expect.Known;
import tools.jackson.databind.JsonNode;

/** Somebody who rings is told nothing of what is known; somebody who has seen the boy says so. */
final class Stranger {
  private static final String CONTACT = "060 417 98 76";
  private static final String KNOWN =
      """
      {
        "draft": "%s",
        "newChildren": [{
          "names": [{"full": "%s", "script": "Latn", "kind": "NATIVE"}],
          "ageYears": {"from": 9, "to": 9}, "sex": "MALE"
        }]
      }
      """;
  private static final String GRADE =
      "{\"source\": \"B\", \"information\": \"PROBABLE\", \"reason\": \"works at the gate\"}";
  private static final String SAYS =
      "{\"source\": \"TIP\", \"takenOn\": \"2026\", \"saidBy\": \"NOBODY\","
          + " \"label\": \"UNCHANGED\"}";

  private final Episode episode;
  private final String text;
  private final Known<String> tip = new Known<>("the tip");
  private final Known<String> report = new Known<>("the report of the tip");

  Stranger(Episode episode) {
    this.episode = episode;
    this.text = "A boy got into a white van at the toll gate, " + episode.run;
  }

  void play(Timeline timeline) {
    timeline.chapter("Somebody knows him, somebody has seen him");
    timeline.play(
        "marko takes another call, and the boy is known by his name in Latin", this::known);
    timeline.play(
        "a stranger sends a tip with a picture, and is told that it is stored", this::sent);
    timeline.play("nobody is shown the picture before ana has looked", this::looked);
    timeline.play("she grades the tip, ties it to the case and makes it a report", this::filed);
    timeline.play(
        "police read of it once jelena releases it, and not who gave it:", this::released);
    timeline.play(
        "its picture becomes a photo, which police get by a word of its own", this::photo);
  }

  private String known() {
    HotlineClient marko = episode.hotline().as("marko");
    String draft =
        Expect.status(
                201,
                marko.post(
                    "/api/v1/drafts",
                    "{\"exercise\": false, \"typed\": {}}",
                    HotlineClient.newKey(),
                    ""))
            .text("draft");
    Answer found =
        Await.seen(
            "the boy among those who are known",
            () ->
                marko.post(
                    "/api/v1/cases/known",
                    KNOWN.formatted(draft, Reports.LATIN_NAME),
                    HotlineClient.newKey(),
                    ""),
            answer -> answer.body().contains(episode.caseId()));
    Expect.that("explained field by field", found.body().contains("\"NAME\""));
    return "";
  }

  private String sent() {
    String body =
        "{\"text\": \"%s\", \"contact\": \"%s\", \"picture\": \"%s\"}"
            .formatted(text, CONTACT, Base64.getEncoder().encodeToString(jpeg()));
    var hotline = episode.hotline();
    Answer stored =
        hotline
            .http()
            .send(
                Http.to(hotline.node().door().resolve("/api/v1/tips/pictured"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", HotlineClient.newKey())
                    .POST(BodyPublishers.ofString(body))
                    .build());
    Expect.status(202, stored);
    Expect.that("whom to call instead", stored.body().contains("192"));
    JsonNode tips = Expect.status(200, episode.ana().get("/api/v1/tips?limit=200")).json();
    tips.path("tips")
        .valueStream()
        .filter(each -> each.path("text").asString("").equals(text))
        .forEach(each -> tip.is(each.path("tip").asString("")));
    return "";
  }

  private String looked() {
    Expect.status(409, episode.ana().get(path() + "/picture/400"));
    Expect.status(200, act("/picture/look", ""));
    Expect.status(200, episode.ana().get(path() + "/picture/400"));
    return "";
  }

  private String filed() {
    Expect.status(200, act("/grade", GRADE));
    Expect.status(200, act("/tie", "{\"case\": \"" + episode.caseId() + "\"}"));
    report.is(Expect.status(200, act("/report", "")).text("report"));
    Expect.that("police nothing of it", !episode.police.all().toString().contains("toll gate"));
    return "";
  }

  private String released() {
    String key = HotlineClient.newKey();
    Answer released =
        Await.seen(
            "her release",
            () -> {
              episode.screen();
              return episode
                  .jelena()
                  .release(
                      episode.caseId(),
                      report.get(),
                      episode.police.login().id(),
                      episode.etag.get(),
                      key);
            },
            answer -> answer.status() != 412);
    Expect.status(200, released);
    long begin = System.nanoTime();
    JsonNode item =
        episode.police.await("the sighting", seen -> seen.toString().contains("toll gate"));
    Expect.that("no contact", !item.toString().contains(CONTACT));
    return "they see it " + Await.after(begin);
  }

  private String photo() {
    String child = "{\"child\": \"" + episode.child() + "\"}";
    String photo = Expect.status(200, act("/picture/photo", child)).text("photo");
    for (String what : new String[] {"look", "description", "release"}) {
      String body = what.equals("description") ? SAYS : "";
      Expect.status(200, episode.ana().photo(episode.caseId(), photo, what, body));
    }
    episode.police.await("both photos", seen -> seen.path("photos").size() == 2);
    return "";
  }

  private Answer act(String what, String body) {
    return episode.ana().post(path() + what, body, HotlineClient.newKey(), "*");
  }

  private String path() {
    return "/api/v1/tips/" + tip.get();
  }

  private static byte[] jpeg() {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(120, 160, 380, 180);
    paint.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
