package org.homeward.local.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Poll;

/** A held and a released case, a desk and a revoked one: what bad requests are aimed at. */
final class Scene {
  static final String HELD_PLATE = "SCENE-HELD";
  static final String RELEASED_PLATE = "SCENE-RELEASED";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  final Hotline hotline;
  final DeskLogin desk;
  final DeskLogin revoked;
  final Answer held;
  final Answer released;
  final String usedKey = HotlineClient.newKey();

  Scene(Hotline hotline) {
    this.hotline = hotline;
    desk = hotline.newDesk("scene", false);
    revoked = hotline.newDesk("scene, revoked", false);
    hotline
        .as("nikola")
        .post("/api/v1/desks/" + revoked.id() + "/revoke", "", HotlineClient.newKey(), "");
    held = hotline.as("ana").open(Reports.marked(HELD_PLATE), usedKey);
    released = releasedCase(RELEASED_PLATE);
  }

  /** Opens and releases a case, and returns once the police see it. */
  Answer releasedCase(String plate) {
    HotlineClient ana = hotline.as("ana");
    Answer opened = ana.open(Reports.marked(plate), HotlineClient.newKey());
    ana.release(
        opened.text("case"),
        opened.text("report"),
        desk.id(),
        opened.etag(),
        HotlineClient.newKey());
    PoliceReader police = hotline.desk(desk);
    Poll.until(PATIENCE, PAUSE, () -> police.newest().body().contains(plate));
    return opened;
  }

  String heldCase() {
    return "/api/v1/cases/" + held.text("case");
  }

  String heldReport() {
    return heldCase() + "/reports/" + held.text("report");
  }

  String heldChild() {
    return heldCase() + "/children/" + held.json().path("children").path(0).asString("");
  }

  String releasedReport() {
    return "/api/v1/cases/" + released.text("case") + "/reports/" + released.text("report");
  }

  HttpRequest.Builder by(String login, String path) {
    return hotline.as(login).to(path);
  }

  /** A POST as it should be but for what the row makes of it. */
  HttpRequest post(String login, String path, String body) {
    return by(login, path)
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  HttpRequest report(String body) {
    return post("ana", "/api/v1/reports", body);
  }

  HttpRequest report(byte[] body) {
    return by("ana", "/api/v1/reports")
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }
}
