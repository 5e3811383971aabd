package org.homeward.intake.photos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.jspecify.annotations.Nullable;

/** The lines of the lists of photos and papers. */
final class UploadLines {

  private UploadLines() {}

  /**
   * One line of a list.
   *
   * @param place whether the reader may know where the file says it was taken
   */
  static Map<String, Object> line(Guarded<KeptUpload> each, boolean place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(each.state().isPaper() ? "attachment" : "photo", each.id());
    json.put("version", each.version());
    switch (each.state()) {
      case Photo photo -> {
        json.put("state", state(photo));
        json.put("child", photo.child());
        TakenPicture.Origin fromTip = photo.fromTip();
        if (fromTip != null) {
          json.put("fromTip", Map.of("tip", fromTip.tip(), "sentBy", fromTip.sentBy()));
        }
        live(json, photo);
        json.put("original", photo.hasOriginal() ? "KEPT" : "NOT_KEPT");
        put(json, "released", photo.released());
        put(json, "shared", photo.shared());
        wish(json, photo.wish());
        says(json, photo);
        claims(json, photo, place);
      }
      case Photo.Waiting waiting -> {
        json.put("state", "WAITS");
        json.put("child", waiting.photo().child());
        live(json, waiting);
      }
      case Paper paper -> {
        json.put("state", paper.looked() == null ? "UNSEEN" : "SEEN");
        json.put("format", paper.isPdf() ? "PDF" : "PICTURE");
        json.put("audience", paper.paperFor());
        json.put("signs", paper.signs().stream().sorted().toList());
        live(json, paper);
        says(json, paper);
      }
      case LockedUpload locked -> {
        json.put("state", "LOCKED");
        if (locked.child() != null) {
          json.put("child", locked.child());
        }
        put(json, "uploaded", locked.uploaded());
        put(json, "locked", locked.locked());
        put(json, "handedOver", locked.handedOver());
      }
      case GoneUpload gone -> {
        json.put("state", gone.how().name());
        put(json, "handedOver", gone.handedOver());
        put(json, "destroyed", gone.destroyed());
      }
    }
    return json;
  }

  private static void live(Map<String, Object> json, LiveUpload live) {
    put(json, "uploaded", live.uploaded());
    put(json, "looked", live.looked());
    if (live.originalUntil() != null) {
      json.put("originalUntil", live.originalUntil().toString());
    }
  }

  private static void says(Map<String, Object> json, Paper paper) {
    Paper.Words words = paper.words();
    if (words != null) {
      json.put(
          "says", Map.of("kind", words.kind(), "title", words.title(), "source", words.source()));
    }
  }

  private static void wish(Map<String, Object> json, @Nullable PublicWish wish) {
    if (wish == null) {
      return;
    }
    Map<String, Object> told = new LinkedHashMap<>();
    put(told, "proposed", wish.proposed());
    told.put("childSays", wish.childSays());
    told.put("knownBy", wish.knownBy());
    PublicWish.Second second = wish.second();
    if (second != null) {
      Map<String, Object> confirmed = new LinkedHashMap<>();
      confirmed.put("by", second.by());
      confirmed.put("at", second.at().toString());
      confirmed.put("ground", second.ground());
      if (second.reference() != null) {
        confirmed.put("reference", second.reference());
      }
      told.put("confirmed", confirmed);
    }
    json.put("public", told);
  }

  private static String state(Photo photo) {
    if (photo.looked() == null) {
      return "UNSEEN";
    }
    return photo.released() == null ? "SEEN" : "RELEASED";
  }

  private static void says(Map<String, Object> json, Photo photo) {
    PhotoWords words = photo.words();
    if (words != null) {
      Map<String, Object> says = new LinkedHashMap<>();
      says.put("source", words.source());
      if (words.takenOn() != null) {
        says.put("takenOn", words.takenOn().text());
      }
      says.put("saidBy", words.saidBy());
      says.put("label", words.label());
      json.put("says", says);
    }
  }

  /** The file's own claims, once somebody has looked, with the grade of what anybody may write. */
  private static void claims(Map<String, Object> json, Photo photo, boolean place) {
    if (photo.looked() == null) {
      return;
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    if (photo.claims().takenAt() != null) {
      claims.put("takenAt", photo.claims().takenAt());
    }
    if (place && photo.claims().place() != null) {
      claims.put("place", photo.claims().place());
    }
    if (!claims.isEmpty()) {
      claims.put("source", SourceGrade.F);
      claims.put("information", InformationGrade.CANNOT_BE_JUDGED);
      json.put("claims", claims);
    }
  }

  private static void put(Map<String, Object> json, String name, @Nullable Deed deed) {
    if (deed != null) {
      json.put(name, Map.of("by", deed.by(), "at", deed.at().toString()));
    }
  }

  private static void put(Map<String, Object> json, String name, @Nullable ReferredDeed deed) {
    if (deed != null) {
      json.put(
          name, Map.of("by", deed.by(), "at", deed.at().toString(), "reference", deed.reference()));
    }
  }
}
