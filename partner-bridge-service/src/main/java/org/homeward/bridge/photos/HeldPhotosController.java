package org.homeward.bridge.photos;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.pictures.Rendition;
import org.homeward.schema.snapshots.HandedPhoto;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The photos of a partner's case, for the people of this node. */
@RestController
final class HeldPhotosController {

  static final String PHOTOS = "/api/v1/handovers/{id}/photos";

  private static final String PHOTO = PHOTOS + "/{photo}";
  private static final int MOST = 64;

  private final ViewHandovers viewHandovers;
  private final SeeHandovers seeHandovers;
  private final HeldPhotos photos;
  private final LookAtHeldPhoto lookAtHeldPhoto;
  private final Clock clock;

  HeldPhotosController(
      ViewHandovers viewHandovers,
      SeeHandovers seeHandovers,
      HeldPhotos photos,
      LookAtHeldPhoto lookAtHeldPhoto,
      Clock clock) {
    this.viewHandovers = viewHandovers;
    this.seeHandovers = seeHandovers;
    this.photos = photos;
    this.lookAtHeldPhoto = lookAtHeldPhoto;
    this.clock = clock;
  }

  @GetMapping(PHOTOS)
  Map<String, Object> list(@PathVariable String id, Caller caller) {
    Guarded<Handover> found = held(id, caller);
    List<Map<String, Object>> all =
        listed(found).values().stream().map(photo -> line(found, photo)).toList();
    return Map.of("handover", found.id(), "photos", all);
  }

  /** From now on it is shown here; who looked first stays written in it. */
  @PostMapping(PHOTO + "/look")
  @SafeToRepeat("It is fetched once; each look is recorded.")
  Map<String, Object> look(@PathVariable String id, @PathVariable String photo, Caller caller) {
    Guarded<Handover> found = held(id, caller);
    record(found, photo, caller);
    PhotoCopy.Held _ = shown(lookAtHeldPhoto.first(found, photo, caller.person()));
    return Map.of("photo", photo);
  }

  @GetMapping(PHOTO + "/{size}")
  ResponseEntity<byte[]> picture(
      @PathVariable String id,
      @PathVariable String photo,
      @PathVariable String size,
      Caller caller) {
    Guarded<Handover> found = held(id, caller);
    Rendition which = size(size);
    record(found, photo, caller);
    PhotoCopy.Held copy = shown(lookAtHeldPhoto.again(found, photo));
    byte[] bytes =
        lookAtHeldPhoto.bytes(copy, which).orElseThrow(BridgeProblem.PHOTO_UNSEEN::exception);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(bytes);
  }

  private Guarded<Handover> held(String id, Caller caller) {
    Guarded<Handover> found =
        viewHandovers.one(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception).handover();
    if (!(found.state() instanceof Held)) {
      throw BridgeProblem.NOT_THE_HOLDER.exception();
    }
    return found;
  }

  private void record(Guarded<Handover> found, String photo, Caller caller) {
    if (photo.length() > MOST || !listed(found).containsKey(photo)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    seeHandovers.look(
        Stream.of(found.state().caseId(), found.id(), photos.id(found.id(), photo)).toList(),
        caller);
  }

  private Map<String, HandedPhoto> listed(Guarded<Handover> found) {
    return HeldPhotos.listed(found.state(), clock.instant());
  }

  private static Rendition size(String size) {
    return switch (size) {
      case "96" -> Rendition.SMALL;
      case "400" -> Rendition.MEDIUM;
      case "1600" -> Rendition.LARGE;
      default -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static PhotoCopy.Held shown(LookAtHeldPhoto.Look look) {
    return switch (look) {
      case LookAtHeldPhoto.Look.Shown(PhotoCopy.Held copy) -> copy;
      case LookAtHeldPhoto.Look.NotListed() -> throw FaceProblem.NOT_FOUND.exception();
      case LookAtHeldPhoto.Look.Stopped() -> throw BridgeProblem.PHOTO_STOPPED.exception();
      case LookAtHeldPhoto.Look.Gone() -> throw BridgeProblem.PHOTO_GONE.exception();
      case LookAtHeldPhoto.Look.Unseen() -> throw BridgeProblem.PHOTO_UNSEEN.exception();
      case LookAtHeldPhoto.Look.Unreadable() -> throw BridgeProblem.PHOTO_UNREADABLE.exception();
      case LookAtHeldPhoto.Look.Away() -> throw BridgeProblem.OWNER_AWAY.exception();
    };
  }

  private Map<String, Object> line(Guarded<Handover> found, HandedPhoto photo) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("photo", photo.id());
    json.put("child", photo.child());
    json.put("source", photo.source().text());
    if (photo.takenOn() != null) {
      json.put("takenOn", photo.takenOn().text());
    }
    json.put("saidBy", photo.saidBy().text());
    json.put("label", photo.label().text());
    PhotoCopy copy =
        photos
            .find(found.id(), photo.id())
            .filter(kept -> !isToBeFetched(kept, found.state()))
            .orElse(null);
    json.put("state", state(copy));
    if (copy instanceof PhotoCopy.Held held) {
      json.put("looked", Map.of("by", held.by(), "at", held.at().toString()));
    }
    return json;
  }

  /** A restored node has documents of photos whose bytes are in no copy. */
  private boolean isToBeFetched(PhotoCopy kept, Handover state) {
    return switch (kept) {
      case PhotoCopy.Held held -> photos.read(held, Rendition.SMALL).isEmpty();
      case PhotoCopy.Unreadable _ -> false;
      case PhotoCopy.Gone gone -> HeldPhotos.mayComeBack(gone, state);
    };
  }

  private static String state(@Nullable PhotoCopy copy) {
    return switch (copy) {
      case null -> "UNSEEN";
      case PhotoCopy.Held _ -> "SEEN";
      case PhotoCopy.Unreadable _ -> "UNREADABLE";
      case PhotoCopy.Gone _ -> "GONE";
    };
  }
}
