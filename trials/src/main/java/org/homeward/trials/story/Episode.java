package org.homeward.trials.story;

import java.time.Clock;
import java.time.Instant;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.trials.story.Expect.Known;

/** One case in Novi Sad, and what its people know of it so far. */
final class Episode {
  private final Hotline hotline;

  final Clock clock;
  final String run;
  final String plate;
  final String firstCall;
  final String firstCallKey = HotlineClient.newKey();
  final PoliceDesk police;
  final PoliceDesk policeInNis;
  final PoliceDesk borderPolice;

  final Known<Answer> opened = new Known<>("the case");
  final Known<String> etag = new Known<>("the entity tag");

  Episode(Hotline hotline, Clock clock) {
    Instant now = clock.instant();
    this.hotline = hotline;
    this.clock = clock;
    this.run = Long.toString(now.toEpochMilli(), 36);
    this.plate = "NS-" + Math.floorMod(now.toEpochMilli(), 1_000_000);
    this.firstCall = Reports.missingBoy(plate, now);
    this.police = new PoliceDesk(hotline, plate);
    this.policeInNis = new PoliceDesk(hotline, plate);
    this.borderPolice = new PoliceDesk(hotline, plate);
  }

  Hotline hotline() {
    return hotline;
  }

  HotlineClient ana() {
    return hotline.as("ana");
  }

  HotlineClient jelena() {
    return hotline.as("jelena");
  }

  HotlineClient dragan() {
    return hotline.as("dragan");
  }

  String location() {
    return opened.get().header("Location");
  }

  String caseId() {
    return opened.get().text("case");
  }

  String reportId() {
    return opened.get().text("report");
  }

  String child() {
    return opened.get().json().path("children").path(0).asString("");
  }

  /** Reads the case as ana. */
  Answer screen() {
    Answer seen = Expect.status(200, ana().read(caseId()));
    etag.is(seen.etag());
    return seen;
  }

  /** Amends the first report; repeats it when another change came first. */
  void correct(String patch) {
    Answer amended =
        Await.seen(
            "a correction",
            () -> {
              screen();
              return ana().amend(caseId(), reportId(), patch, etag.get());
            },
            answer -> answer.status() != 412);
    Expect.status(200, amended);
    etag.is(amended.etag());
  }
}
