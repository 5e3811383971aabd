package org.homeward.console.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Notices of the API for a reader: in her language where they were approved in it. */
final class NoticeTexts {

  private final Words words;
  private final Instant now;

  NoticeTexts(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  NoticePage.Notice notice(JsonNode found) {
    String language = language(found.path("texts"), found.path("languages"));
    JsonNode text = found.path("texts").path(language);
    return new NoticePage.Notice(
        found.path("code").asString(""),
        found.path("reference").asString(""),
        found.path("exercise").asBoolean(false),
        where(found.path("area")),
        until(found),
        tag(language),
        text.path("title").asString(""),
        text.path("paragraphs").valueStream().map(each -> each.asString("")).toList(),
        photos(found));
  }

  private List<NoticePage.Photo> photos(JsonNode found) {
    String address = "/n/" + found.path("code").asString("") + "/photos/";
    JsonNode photos = found.path("photos");
    return photos
        .valueStream()
        .map(
            photo ->
                new NoticePage.Photo(
                    address + photo.path("number").asInt(0),
                    alternative(photo, photos.size()),
                    says(photo)))
        .toList();
  }

  /** Neutral: a name in it would stand wherever the picture is passed on. */
  private String alternative(JsonNode photo, int all) {
    return all == 1
        ? words.say("notice.photo")
        : words.say("notice.photo.of", photo.path("number").asInt(0), all);
  }

  private List<String> says(JsonNode photo) {
    List<String> says = new ArrayList<>();
    String label = photo.path("label").asString("");
    if (!label.equals("UNCHANGED")) {
      says.add(words.code("PhotoLabel", label));
    }
    if (photo.has("takenOn")) {
      says.add(words.say("notice.photo.taken", photo.path("takenOn").asString("")));
    }
    return says;
  }

  NoticesPage.Line line(JsonNode found) {
    String language = language(found.path("titles"), found.path("languages"));
    return new NoticesPage.Line(
        found.path("code").asString(""),
        where(found.path("area")),
        tag(language),
        found.path("titles").path(language).asString(""),
        until(found));
  }

  /** The first one of the notice is that of its area. */
  private String language(JsonNode texts, JsonNode languages) {
    String own = words.language().locale().getLanguage();
    return texts.has(own) ? own : languages.path(0).asString("");
  }

  /** Approved texts are shown in the letters in which they were approved. */
  private static String tag(String language) {
    return language.equals("sr") ? "sr-Latn" : language;
  }

  private String until(JsonNode found) {
    return FactWords.instant(found.path("until")).map(at -> words.when(at, now)).orElse("");
  }

  private String where(JsonNode area) {
    String country =
        Locale.of("", area.path("country").asString(""))
            .getDisplayCountry(words.language().locale());
    String regions =
        area.path("regions")
            .valueStream()
            .map(region -> words.code("region", region.asString("")))
            .collect(Collectors.joining(", "));
    return regions.isEmpty() ? country : regions;
  }
}
