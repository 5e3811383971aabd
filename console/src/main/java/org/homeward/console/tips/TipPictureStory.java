package org.homeward.console.tips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/**
 * The picture of a tip, as a person of the team sees it.
 *
 * @param address where it is shown as it stands; empty when nobody is shown it
 * @param deeds what people did with it, in words
 * @param claims what its file says of itself, in words
 * @param can what this person may do with it
 * @param children of the case that the tip is tied to, by id
 */
record TipPictureStory(
    String state,
    String address,
    boolean showsGiver,
    List<String> deeds,
    List<String> claims,
    List<String> can,
    Map<String, String> children) {

  TipPictureStory {
    deeds = List.copyOf(deeds);
    claims = List.copyOf(claims);
    can = List.copyOf(can);
  }

  /**
   * @param reader opaque id of the person at the browser
   * @param isOfTeam whether the person is shown pictures at all
   */
  static TipPictureStory of(
      Words words,
      Instant now,
      JsonNode tip,
      String reader,
      boolean isOfTeam,
      boolean supervises,
      Map<String, String> children) {
    JsonNode picture = tip.path("picture");
    String state = picture.path("state").asString("");
    boolean showsGiver = picture.path("showsGiver").asBoolean(false);
    List<String> deeds = new ArrayList<>();
    for (String what : List.of("looked", "locked", "handedOver", "destroyed", "withdrawn")) {
      JsonNode deed = picture.path(what);
      if (!deed.isMissingNode()) {
        String who = words.person(deed.path("by").asString(""), reader);
        String when = FactWords.instant(deed.path("at")).map(at -> words.dated(at, now)).orElse("");
        String reference = deed.path("reference").asString("");
        deeds.add(
            words.say("tips.picture.deed." + what, who, when)
                + (reference.isEmpty() ? "" : " " + reference));
      }
    }
    JsonNode toGo = tip.path("pictureToGo");
    FactWords.instant(toGo.path("until"))
        .filter(until -> until.isAfter(now))
        .map(until -> words.when(until, now))
        .ifPresent(
            until ->
                deeds.add(
                    words.say(
                        "tips.picture.toGo",
                        words.person(toGo.path("by").asString(""), reader),
                        until)));
    for (JsonNode left : tip.path("collected")) {
      String who = words.person(left.path("by").asString(""), reader);
      String when = FactWords.instant(left.path("at")).map(at -> words.dated(at, now)).orElse("");
      deeds.add(
          words.say(
                  "collect.deed",
                  words.say("story.by", who, when),
                  left.path("authority").asString(""))
              + " "
              + left.path("reference").asString("")
              + " SHA-256 "
              + left.path("digest").asString(""));
    }
    List<String> claims = new ArrayList<>();
    for (String claim : List.of("takenAt", "takenIn")) {
      String says = picture.path(claim).asString("");
      if (!says.isEmpty()) {
        claims.add(words.say("tips.picture.claim." + claim, says));
      }
    }
    return new TipPictureStory(
        state,
        isOfTeam ? address(tip.path("tip").asString(""), state) : "",
        showsGiver,
        deeds,
        claims,
        isOfTeam ? can(picture, state, showsGiver, supervises, !children.isEmpty()) : List.of(),
        children);
  }

  private static String address(String tip, String state) {
    return switch (state) {
      case "UNSEEN" -> "/tips/" + tip + "/picture/veiled";
      case "SEEN" -> "/tips/" + tip + "/picture/1600";
      default -> "";
    };
  }

  private static List<String> can(
      JsonNode picture, String state, boolean showsGiver, boolean supervises, boolean isTied) {
    return switch (state) {
      case "UNSEEN" ->
          showsGiver && !supervises
              ? List.of("withdraw", "lock")
              : List.of("look", "withdraw", "lock");
      case "SEEN" -> isTied ? List.of("photo", "withdraw", "lock") : List.of("withdraw", "lock");
      case "LOCKED" -> {
        if (!supervises) {
          yield List.of();
        }
        yield List.of(picture.has("handedOver") ? "destroy" : "hand-over");
      }
      default -> List.of();
    };
  }

  @Override
  public String toString() {
    return "TipPictureStory[" + state + "]";
  }
}
