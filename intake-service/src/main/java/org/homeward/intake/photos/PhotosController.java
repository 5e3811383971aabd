package org.homeward.intake.photos;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Photos of the children of a case. */
@RestController
class PhotosController {

  private static final String CASE = "/api/v1/cases/{id}";
  private static final String PHOTO = CASE + "/photos/{photo}";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final HttpUploads uploads;
  private final Clock clock;

  PhotosController(HttpUploads uploads, Clock clock) {
    this.uploads = uploads;
    this.clock = clock;
  }

  /**
   * The bytes of the picture and nothing else; what it is is said when somebody looks at it.
   *
   * @param sentByChild whether the child took or sent it of itself: then a supervisor looks first
   */
  @PostMapping(path = CASE + "/children/{child}/photos", consumes = "image/*")
  ResponseEntity<Map<String, Object>> upload(
      @PathVariable String id,
      @PathVariable String child,
      @RequestParam(defaultValue = "false") String sentByChild,
      InputStream picture,
      RequestCommand command,
      Caller caller)
      throws IOException {
    LookAtCase.Seen seen = uploads.look(id, caller);
    KeepUpload.As as =
        switch (sentByChild) {
          case "true" -> new KeepUpload.As.SentBy(child);
          case "false" -> new KeepUpload.As.PhotoOf(child);
          default ->
              throw FaceProblem.INVALID.problem().error("/sentByChild", "unknown-code").exception();
        };
    return uploads.upload(seen, as, picture, command);
  }

  @GetMapping(CASE + "/photos")
  Map<String, Object> list(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = uploads.lookAtAll(id, caller);
    return Map.of(
        "case",
        id,
        "exercise",
        seen.exercise(),
        "photos",
        uploads.listed(seen, false, caller).stream()
            .map(each -> uploads.line(each, isOfTeam(caller)))
            .toList());
  }

  /** An officer of data protection oversees what is kept, and needs no place for that. */
  private static boolean isOfTeam(Caller caller) {
    return caller.is(Role.OPERATOR) || caller.is(Role.SUPERVISOR) || caller.is(Role.CONFIDANT);
  }

  /** Never the bytes as they came: those are for police. */
  @GetMapping(PHOTO + "/{size}")
  ResponseEntity<byte[]> picture(
      @PathVariable String id,
      @PathVariable String photo,
      @PathVariable String size,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    UploadPart part =
        UploadPart.of(size)
            .filter(UploadPart::isMade) // upholds 6
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return uploads.picture(seen, part);
  }

  @PostMapping(PHOTO + "/look")
  ResponseEntity<Map<String, Object>> look(
      @PathVariable String id, @PathVariable String photo, RequestCommand command, Caller caller) {
    return uploads.lookAt(uploads.photo(id, photo, caller), command, caller);
  }

  /** A supervisor has looked at a child's own picture, and lets the team be shown it. */
  @PostMapping(PHOTO + "/show")
  ResponseEntity<Map<String, Object>> show(
      @PathVariable String id, @PathVariable String photo, RequestCommand command, Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    return uploads.changed(seen, OptionalLong.empty(), command, new UploadCommand.Show());
  }

  @PostMapping(path = PHOTO + "/description", consumes = JSON)
  ResponseEntity<Map<String, Object>> describe(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    Fields fields = Fields.of(body);
    Set<PhotoSource> sources =
        seen.found().state() instanceof Photo of ? of.sources() : EnumSet.allOf(PhotoSource.class);
    PhotoSource source = fields.requiredCode("source", sources);
    PhotoWitness saidBy =
        fields.requiredCode("saidBy", EnumSet.complementOf(EnumSet.of(PhotoWitness.OTHER)));
    PhotoLabel label =
        fields.requiredCode("label", EnumSet.complementOf(EnumSet.of(PhotoLabel.OTHER)));
    PartialDate takenOn = takenOn(fields);
    fields.check();
    var wish = new UploadCommand.Describe(new PhotoWords(source, takenOn, saidBy, label));
    return read.first(version -> uploads.changed(seen, version, command, wish));
  }

  private @Nullable PartialDate takenOn(Fields fields) {
    String text = fields.text("takenOn", 10);
    if (text == null) {
      return null;
    }
    try {
      PartialDate date = PartialDate.parse(text);
      if (date.isAfter(clock.instant())) {
        fields.wrong("takenOn", "in-future");
      }
      return date;
    } catch (IllegalArgumentException e) {
      fields.wrong("takenOn", "wrong-form");
      return null;
    }
  }

  /** Police get it, and all that was said about it. */
  @PostMapping(PHOTO + "/release")
  ResponseEntity<Map<String, Object>> release(
      @PathVariable String id,
      @PathVariable String photo,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    if (seen.found().state() instanceof Photo of && !seen.ofCase().isSearchedByPolice(of.child())) {
      throw PhotoProblem.NOTHING_RELEASED.exception(); // upholds 12
    }
    var wish = new UploadCommand.Release(uploads.deed(caller));
    return read.first(version -> uploads.changed(seen, version, command, wish));
  }

  /** Partners that hold the whole case get it, and all that was said about it. */
  @PostMapping(PHOTO + "/share")
  ResponseEntity<Map<String, Object>> share(
      @PathVariable String id,
      @PathVariable String photo,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.photo(id, photo, caller);
    var wish = new UploadCommand.Share(uploads.deed(caller));
    return read.first(version -> uploads.changed(seen, version, command, wish));
  }

  @PostMapping(PHOTO + "/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String id, @PathVariable String photo, RequestCommand command, Caller caller) {
    return uploads.withdraw(uploads.photoToEnd(id, photo, caller), command);
  }

  @PostMapping(PHOTO + "/lock")
  ResponseEntity<Map<String, Object>> lock(
      @PathVariable String id, @PathVariable String photo, RequestCommand command, Caller caller) {
    return uploads.lock(uploads.photoToEnd(id, photo, caller), command, caller);
  }

  @PostMapping(path = PHOTO + "/hand-over", consumes = JSON)
  ResponseEntity<Map<String, Object>> handOver(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.handOver(uploads.photo(id, photo, caller), body, command, caller);
  }

  @PostMapping(path = PHOTO + "/collect", consumes = JSON)
  ResponseEntity<byte[]> collect(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.collect(uploads.photo(id, photo, caller), body, command, caller);
  }

  @PostMapping(path = PHOTO + "/destroy", consumes = JSON)
  ResponseEntity<Map<String, Object>> destroy(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.destroy(uploads.photo(id, photo, caller), body, command, caller);
  }
}
