package org.homeward.console.photos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Tells the history of one photo in words. */
final class PhotoStory {

  private final Words words;
  private final Person reader;
  private final Instant now;

  PhotoStory(Words words, Person reader, Instant now) {
    this.words = words;
    this.reader = reader;
    this.now = now;
  }

  /** Whence it came, the actions on it and their authors in their order, and what is not kept. */
  List<String> deeds(JsonNode photo) {
    List<String> deeds = new ArrayList<>();
    String sentBy = photo.path("fromTip").path("sentBy").asString("");
    if (!sentBy.isEmpty()) {
      deeds.add(words.say("photo.from." + sentBy));
      deeds.add(words.say("photo.deed.takenOver", by(photo.path("uploaded"))));
    }
    for (String what :
        List.of("uploaded", "looked", "released", "shared", "locked", "handedOver", "destroyed")) {
      JsonNode deed = photo.path(what);
      boolean isTold = what.equals("uploaded") && !sentBy.isEmpty();
      if (!deed.isMissingNode() && !isTold) {
        String reference = deed.path("reference").asString("");
        String said = words.say("photo.deed." + what, by(deed));
        deeds.add(reference.isEmpty() ? said : said + " " + words.say("photo.deed.ref", reference));
      }
      if (what.equals("handedOver")) {
        photo.path("collected").valueStream().map(this::collected).forEach(deeds::add);
      }
    }
    if (photo.path("original").asString("").equals("NOT_KEPT")) {
      deeds.add(words.say("photo.original.NOT_KEPT"));
    }
    return deeds;
  }

  private String collected(JsonNode deed) {
    return words.say("collect.deed", by(deed), deed.path("authority").asString(""))
        + " "
        + words.say("photo.deed.ref", deed.path("reference").asString(""))
        + " SHA-256 "
        + deed.path("digest").asString("");
  }

  /** The words of two people for showing the public a part of it. */
  List<String> sayings(JsonNode photo) {
    JsonNode wish = photo.path("public");
    List<String> sayings = new ArrayList<>();
    if (wish.isMissingNode()) {
      return sayings;
    }
    sayings.add(words.say("photo.deed.proposed", by(wish.path("proposed"))));
    sayings.add(
        words.say(
            "photo.public.knownBy", words.code("PhotoWitness", wish.path("knownBy").asString(""))));
    sayings.add(
        words.say(
            "photo.public.childSays",
            words.code("childSays", wish.path("childSays").asString(""))));
    JsonNode second = wish.path("confirmed");
    if (!second.isMissingNode()) {
      sayings.add(words.say("photo.deed.confirmed", by(second)));
      String reference = second.path("reference").asString("");
      sayings.add(
          reference.isEmpty()
              ? words.code("publicGround", "KNOWS_CHILD")
              : words.code("publicGround", "POLICE_REFERENCE")
                  + " "
                  + words.say("photo.deed.ref", reference));
    }
    return sayings;
  }

  private String by(JsonNode deed) {
    String who = words.person(deed.path("by").asString(""), reader.id());
    return FactWords.instant(deed.path("at"))
        .map(at -> words.say("story.by", who, words.dated(at, now)))
        .orElse(who);
  }

  /** The file's own claims; anybody can write that into a file. */
  List<String> claims(JsonNode photo) {
    List<String> claims = new ArrayList<>();
    JsonNode found = photo.path("claims");
    if (found.has("takenAt")) {
      claims.add(words.say("photo.claim.takenAt", found.path("takenAt").asString("")));
    }
    if (found.has("place")) {
      claims.add(words.say("photo.claim.place", found.path("place").asString("")));
    }
    return claims;
  }

  /** Where a picture of it is that may be shown as it stands; empty when there is none. */
  String picture(String caseId, JsonNode photo, String size) {
    String which =
        switch (photo.path("state").asString("")) {
          case "UNSEEN" -> "veiled";
          case "WAITS" -> reader.is("supervisor") ? photo.has("looked") ? size : "veiled" : "";
          case "SEEN", "RELEASED" -> size;
          default -> "";
        };
    return which.isEmpty()
        ? ""
        : "/cases/" + caseId + "/photos/" + photo.path("photo").asString("") + "/" + which;
  }

  String alternative(JsonNode photo, String who) {
    return Set.of("UNSEEN", "WAITS").contains(photo.path("state").asString(""))
            && !photo.has("looked")
        ? words.say("photo.veiled")
        : words.say("photo.of", who);
  }
}
