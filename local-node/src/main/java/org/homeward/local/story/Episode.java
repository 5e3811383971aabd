package org.homeward.local.story;

import java.time.Instant;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;
import org.jspecify.annotations.Nullable;

/** What the people of the story know so far; a step that needs what is not there yet fails. */
final class Episode {
  private final Hotline hotline;

  final String firstCall;
  final String firstCallKey = HotlineClient.newKey();
  final String plate;

  private @Nullable DeskLogin desk;
  private @Nullable String placeBefore;
  private @Nullable Answer opened;
  private @Nullable String etag;

  Episode(Hotline hotline, Instant now) {
    this.hotline = hotline;
    this.plate = "NS-" + Math.floorMod(now.toEpochMilli(), 1_000_000);
    this.firstCall = Reports.missingBoy(plate, now);
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

  PoliceReader police() {
    return hotline.desk(desk());
  }

  DeskLogin desk() {
    return Expect.reached("the desk", desk);
  }

  void deskIs(DeskLogin registered) {
    desk = registered;
  }

  /** Where the feed stood before the first call. */
  String placeBefore() {
    return Expect.reached("the feed's place", placeBefore);
  }

  void placeBeforeIs(String place) {
    placeBefore = place;
  }

  void openedBy(Answer answer) {
    opened = answer;
    etag = answer.etag();
  }

  String location() {
    return Expect.reached("the case", opened).header("Location");
  }

  String caseId() {
    return Expect.reached("the case", opened).text("case");
  }

  String reportId() {
    return Expect.reached("the report", opened).text("report");
  }

  String child() {
    return Expect.reached("the child", opened).json().path("children").path(0).asString("");
  }

  String etag() {
    return Expect.reached("the entity tag", etag);
  }

  void etagIs(String newest) {
    etag = newest;
  }
}
