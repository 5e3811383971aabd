package org.homeward.intake.photos;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.schema.facts.PhotoWitness;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Two people decide that the public may be shown a part of a photo; one of them takes it back. */
@RestController
class PublicPhotosController {

  static final String PUBLIC = "/api/v1/cases/{id}/photos/{photo}/public";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int REFERENCE = 100;
  private static final int MOST_PIXELS = 1600;

  private final HttpUploads uploads;
  private final CropPhoto cropPhoto;
  private final Clock clock;

  PublicPhotosController(HttpUploads uploads, CropPhoto cropPhoto, Clock clock) {
    this.uploads = uploads;
    this.cropPhoto = cropPhoto;
    this.clock = clock;
  }

  /** The first person says what it shows, and which part of it. */
  @PostMapping(path = PUBLIC, consumes = JSON)
  ResponseEntity<Map<String, Object>> propose(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = searched(id, photo, caller);
    Fields fields = Fields.of(body);
    Optional<CropPhoto.Crop> crop = crop(fields);
    var childSays = fields.requiredCode("childSays", EnumSet.allOf(PublicWish.ChildSays.class));
    if (childSays == PublicWish.ChildSays.NO && fields.has("childSays")) {
      fields.wrong("childSays", "child-says-no");
    }
    PhotoWitness knownBy =
        fields.requiredCode(
            "knownBy", EnumSet.complementOf(EnumSet.of(PhotoWitness.NOBODY, PhotoWitness.OTHER)));
    if (!fields.requiredBoolean("showsNobodyElse") && fields.has("showsNobodyElse")) {
      fields.wrong("showsNobodyElse", "shows-others");
    }
    fields.check();
    return read.first(
        version -> {
          Optional<ResponseEntity<Map<String, Object>>> before = uploads.repeated(seen, command);
          if (before.isPresent()) {
            return before.get(); // upholds 2
          }
          OptionalLong shown = OptionalLong.of(seen.found().version());
          if (version.isPresent() && !version.equals(shown)) {
            throw FaceProblem.PRECONDITION_FAILED.exception();
          }
          Photo of = proposable(seen);
          var made = made(cropPhoto.crop(seen.id(), of, crop));
          var wish =
              new PublicWish(
                  uploads.deed(caller), made.area(), childSays, knownBy, made.digests(), null);
          return uploads.changed(seen, shown, command, new UploadCommand.Propose(wish));
        });
  }

  private static Photo proposable(LookAtUpload.SeenUpload seen) {
    Optional<UploadDecision.Refusal> refusal = UploadDecisions.keptFromPublic(seen.found().state());
    if (refusal.isPresent() || !(seen.found().state() instanceof Photo photo)) {
      throw HttpUploads.refusal(refusal.orElse(UploadDecision.Refusal.OTHER_KIND), false);
    }
    return photo;
  }

  private static CropPhoto.Cropped.Made made(CropPhoto.Cropped cropped) {
    return switch (cropped) {
      case CropPhoto.Cropped.Made made -> made;
      case CropPhoto.Cropped.Refused(String rule) ->
          throw FaceProblem.INVALID.problem().error("/crop", rule).exception();
      case CropPhoto.Cropped.Busy() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  /** The second person confirms exactly what she was shown. */
  @PostMapping(path = PUBLIC + "/confirm", consumes = JSON)
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = searched(id, photo, caller);
    Fields fields = Fields.of(body);
    var ground = fields.requiredCode("ground", EnumSet.allOf(PublicWish.Ground.class));
    String reference =
        ground == PublicWish.Ground.POLICE_REFERENCE
            ? fields.requiredText("reference", REFERENCE)
            : null;
    fields.check();
    if (seen.found().state() instanceof Photo of
        && of.wish() != null
        && !cropPhoto.isKept(seen.id(), of, of.wish())) {
      throw PhotoProblem.PHOTO_NOT_PROPOSED.exception();
    }
    var second = new PublicWish.Second(caller.person(), clock.instant(), ground, reference);
    return read.first(
        version -> uploads.changed(seen, version, command, new UploadCommand.Confirm(second)));
  }

  /** Whatever it has become: nobody has to read it first to take it back. */
  @PostMapping(PUBLIC + "/take-back")
  ResponseEntity<Map<String, Object>> takeBack(
      @PathVariable String id, @PathVariable String photo, RequestCommand command, Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photoToEnd(id, photo, caller);
    return uploads.changed(seen, OptionalLong.empty(), command, new UploadCommand.TakeBack());
  }

  private LookAtUpload.SeenUpload searched(String id, String photo, Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    if (seen.found().state() instanceof Photo of && !seen.ofCase().isSearchedByPolice(of.child())) {
      throw PhotoProblem.NOTHING_RELEASED.exception(); // upholds 12
    }
    return seen;
  }

  private static Optional<CropPhoto.Crop> crop(Fields fields) {
    if (!fields.has("crop")) {
      return Optional.empty();
    }
    Fields crop = fields.inner("crop");
    var asked =
        new CropPhoto.Crop(
            crop.requiredNumber("left", 0, MOST_PIXELS),
            crop.requiredNumber("top", 0, MOST_PIXELS),
            crop.requiredNumber("width", 1, MOST_PIXELS),
            crop.requiredNumber("height", 1, MOST_PIXELS));
    crop.noOthers();
    return Optional.of(asked);
  }
}
