package org.homeward.trials.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Neighbours;
import org.homeward.local.node.Poll;

/** What bad requests are aimed at: cases, desks, alerts, a handover, and a hostile partner. */
final class Targets {
  static final String HELD_PLATE = "SCENE-HELD";
  static final String RELEASED_PLATE = "SCENE-RELEASED";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  final Hotline hotline;
  final Hotline abroad;
  final HostilePartner gr;
  final HostilePartner drill;
  final DeskLogin desk;
  final DeskLogin revoked;
  final Answer held;
  final Answer released;
  final Answer frozen;
  final Answer exercise;
  final String usedKey = HotlineClient.newKey();
  final AlertTargets alerts;
  final HandoverTargets handovers;

  /** The id of {@link HandoverTargets#offered}. */
  final String offered;

  Targets(Hotline hotline, Neighbours nodes) {
    this.hotline = hotline;
    abroad = new Hotline(nodes.gr().plan(), hotline.http());
    var node = hotline.node();
    gr = new HostilePartner("gr", nodes.gr().plan().nodeKeys(), node);
    drill = new HostilePartner("drill", node.registry().resolveSibling("drill-keys.json"), node);
    desk = hotline.newDesk("bad input", false);
    revoked = hotline.newDesk("bad input, revoked", false);
    hotline
        .as("nikola")
        .post("/api/v1/desks/" + revoked.id() + "/revoke", "", HotlineClient.newKey(), "");
    held = hotline.as("ana").open(Reports.marked(HELD_PLATE), usedKey);
    released = releasedCase(RELEASED_PLATE);
    frozen = releasedCase("SCENE-FROZEN");
    hotline.as("ana").freeze(frozen.text("case"), HotlineClient.newKey());
    exercise = hotline.as("ana").open(Reports.exercise("SCENE-EX"), HotlineClient.newKey());
    release(exercise, hotline.newDesk("bad input, exercise", true));
    alerts = new AlertTargets(hotline, released.text("case"));
    handovers = new HandoverTargets(hotline, abroad, released.text("case"));
    offered = handovers.offered;
  }

  /** Opens and releases a case, and returns once the police see it. */
  Answer releasedCase(String plate) {
    Answer opened = hotline.as("ana").open(Reports.marked(plate), HotlineClient.newKey());
    release(opened, desk);
    PoliceReader police = hotline.desk(desk);
    Poll.until(PATIENCE, PAUSE, () -> police.newest().body().contains(plate));
    return opened;
  }

  private void release(Answer opened, DeskLogin to) {
    hotline
        .as("ana")
        .release(
            opened.text("case"),
            opened.text("report"),
            to.id(),
            opened.etag(),
            HotlineClient.newKey());
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
    return post(hotline, login, path, body);
  }

  /** The same at the other node. */
  HttpRequest postAbroad(String login, String path, String body) {
    return post(abroad, login, path, body);
  }

  private static HttpRequest post(Hotline at, String login, String path, String body) {
    var request = at.as(login).to(path).header("Idempotency-Key", HotlineClient.newKey());
    return body.isEmpty()
        ? request.POST(BodyPublishers.noBody()).build()
        : request
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
  }

  HttpRequest report(String body) {
    return by("ana", "/api/v1/reports")
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  HttpRequest report(byte[] body) {
    return by("ana", "/api/v1/reports")
        .header("Idempotency-Key", HotlineClient.newKey())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }
}
