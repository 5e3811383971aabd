package org.homeward.intake.tips;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.rulings.Word;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.jspecify.annotations.Nullable;

/** Tips as the team reads them. */
final class TipJson {

  private final Duration kept;

  /**
   * @param kept how long a tip stays
   */
  TipJson(Duration kept) {
    this.kept = kept;
  }

  /** Those of the same giver stand together; the later ones name the first. */
  List<Map<String, Object>> lines(List<Guarded<KeptTip>> page) {
    List<Guarded<KeptTip>> together = ViewTips.together(page);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Guarded<KeptTip> each : together) {
      if (each.state() instanceof Tip tip) {
        Map<String, Object> line = line(each.id(), each.version(), tip);
        together.stream()
            .takeWhile(other -> other != each)
            .filter(other -> ViewTips.areAlike(other, each))
            .findFirst()
            .ifPresent(first -> line.put("alikeTo", first.id()));
        lines.add(line);
      }
    }
    return lines;
  }

  /** One that somebody reads; where its file says that it was taken is for the team alone. */
  Map<String, Object> whole(String id, long version, Tip tip, boolean place) {
    Map<String, Object> json = line(id, version, tip);
    if (tip.picture() != null) {
      json.put("picture", picture(tip.picture(), place)); // upholds 6
    }
    return json;
  }

  private Map<String, Object> line(String id, long version, Tip tip) {
    TipWords words = tip.words();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tip", id);
    json.put("version", version);
    json.put("exercise", tip.exercise());
    json.put("standing", tip.standing());
    json.put("channel", tip.channel());
    json.put("receivedAt", tip.receivedAt().toString());
    json.put("takenBy", tip.takenBy());
    json.put("text", words.text());
    json.put("language", words.language());
    json.put("seenAt", text(words.seenAt()));
    json.put("withinMinutes", words.withinMinutes());
    json.put("place", words.place());
    json.put("withinMetres", words.withinMetres());
    json.put("direction", words.direction());
    json.put("companion", words.companion());
    json.put("contact", words.contact());
    json.put("reference", words.reference());
    json.put("alertSeen", words.alertSeen());
    json.put("spot", tip.spot() == null ? null : spot(tip.spot()));
    json.put("picture", tip.picture() == null ? null : picture(tip.picture(), false));
    json.put("grade", tip.grade() == null ? null : grade(tip.grade()));
    json.put("case", tip.caseId());
    json.put("report", tip.report());
    json.put("sent", tip.sent() == null ? null : sent(tip.sent()));
    json.put("noUse", tip.noUse() == null ? null : noUse(tip.noUse()));
    json.put("toErase", tip.toErase() == null ? null : word(tip.toErase()));
    json.put("erasedAt", TipCommand.erasedAt(tip, kept).map(Instant::toString).orElse(null));
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static Map<String, Object> spot(Spot spot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("latitude", spot.latitude());
    json.put("longitude", spot.longitude());
    json.put("withinMetres", spot.withinMetres());
    json.put("by", spot.by());
    json.put("at", spot.at().toString());
    return json;
  }

  /** The file's own claims, once somebody has looked, with the grade of what anybody may write. */
  private static Map<String, Object> picture(TipPicture picture, boolean place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", picture.state());
    json.put("showsGiver", picture.ofGiver());
    json.put("looked", deed(picture.looked()));
    if (picture.state() == TipPicture.State.SEEN) {
      json.put("takenAt", picture.takenAt());
      json.put("takenIn", place ? picture.takenIn() : null);
      if (json.get("takenAt") != null || json.get("takenIn") != null) {
        json.put("source", SourceGrade.F);
        json.put("information", InformationGrade.CANNOT_BE_JUDGED);
      }
    }
    json.put("locked", deed(picture.locked()));
    json.put("handedOver", deed(picture.handedOver()));
    json.put("destroyed", deed(picture.destroyed()));
    json.put("withdrawn", deed(picture.withdrawn()));
    json.put("photo", picture.photo());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static @Nullable Map<String, Object> deed(TipPicture.@Nullable Deed deed) {
    if (deed == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", deed.by());
    json.put("at", deed.at().toString());
    if (deed.reference() != null) {
      json.put("reference", deed.reference());
    }
    return json;
  }

  private static Map<String, Object> grade(Tip.Grade grade) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", grade.source());
    json.put("information", grade.information());
    json.put("reason", grade.reason());
    json.put("by", grade.by());
    json.put("at", grade.at().toString());
    return json;
  }

  private static Map<String, Object> sent(Tip.Sent sent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("handover", sent.handover());
    json.put("sighting", sent.sighting());
    json.put("by", sent.by());
    json.put("at", sent.at().toString());
    Tip.TakenBack back = sent.takenBack();
    if (back != null) {
      json.put("takenBack", Map.of("by", back.by(), "at", back.at().toString()));
    }
    return json;
  }

  private static Map<String, Object> noUse(Tip.NoUse why) {
    return Map.of("reason", why.reason(), "by", why.by(), "at", why.at().toString());
  }

  private static Map<String, Object> word(Word first) {
    return Map.of(
        "reason",
        first.matter().of().iterator().next(),
        "by",
        first.by(),
        "until",
        first.until().toString());
  }

  static List<Map<String, Object>> alike(List<ViewTips.Other> others) {
    return others.stream()
        .map(
            other ->
                Map.<String, Object>of(
                    "tip",
                    other.id(),
                    "receivedAt",
                    other.receivedAt().toString(),
                    "by",
                    other.by().stream().sorted().toList()))
        .toList();
  }
}
