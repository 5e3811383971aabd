package org.homeward.intake.photos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseTopic;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.schema.values.Audience;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bytes of released photos, for services of this node alone: they prove by a derived id that
 * they hold the node's key. The gateway does not lead here.
 */
@RestController
class PhotoReadersController {

  static final String PATH = "/internal/v1/photos/{photo}/{part}";
  static final String PROOF = "Homeward-Node-Proof";

  private static final String FOR_POLICE = "photo-reader";
  private static final String FOR_PARTNERS = "partner-photo-reader";
  private static final String FOR_PUBLIC = "public-photo-reader";

  private final GuardedDocuments<KeptUpload> photos;
  private final GuardedDocuments<KeptCase> cases;
  private final SealedBytes bytes;
  private final DerivedIds ids;

  PhotoReadersController(
      GuardedDocuments<KeptUpload> photos,
      GuardedDocuments<KeptCase> cases,
      SealedBytes bytes,
      DerivedIds ids) {
    this.photos = photos;
    this.cases = cases;
    this.bytes = bytes;
    this.ids = ids;
  }

  /**
   * The reader records the look of whoever it shows them to. HEAD asks whether it may, and loads
   * nothing.
   */
  @GetMapping(PATH)
  ResponseEntity<byte[]> read(
      @PathVariable String photo,
      @PathVariable String part,
      HttpMethod method,
      @RequestHeader(name = PROOF, defaultValue = "") String proof) {
    Audience reader = reader(photo, part, proof);
    UploadPart which =
        UploadPart.of(part)
            .filter(each -> isFor(each, reader)) // upholds 6
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    Photo found =
        photos
            .find(photo)
            .filter(read -> read.state() instanceof Photo)
            .map(read -> (Photo) read.state())
            .filter(live -> isFor(live, photo, reader)) // upholds 12
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    if (method.equals(HttpMethod.HEAD)) {
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }
    return HttpUploads.unkept(MediaType.APPLICATION_OCTET_STREAM)
        .body(
            bytes
                .read(photo, found.seal().key(), which)
                .filter(content -> reader != Audience.PUBLIC || isConfirmed(found, which, content))
                .orElseThrow(FaceProblem.NOT_FOUND::exception));
  }

  /** A proposal that came too late has left its own part in the place of the confirmed one. */
  private static boolean isConfirmed(Photo photo, UploadPart part, byte[] content) {
    PublicWish wish = photo.wish();
    return wish != null && wish.isConfirmed() && wish.isAbout(part, content); // upholds 12
  }

  private Audience reader(String photo, String part, String proof) {
    if (isProven(FOR_PUBLIC, photo, part, proof)) {
      return Audience.PUBLIC;
    }
    if (isProven(FOR_PARTNERS, photo, part, proof)) {
      return Audience.PARTNER;
    }
    if (isProven(FOR_POLICE, photo, part, proof)) {
      return Audience.POLICE;
    }
    throw FaceProblem.NOT_FOUND.exception();
  }

  private static boolean isFor(UploadPart part, Audience reader) {
    return switch (reader) {
      case PUBLIC -> part.isPublic();
      case PARTNER -> part == UploadPart.LARGE;
      default ->
          switch (part) {
            case SMALL, MIDDLE, LARGE, ORIGINAL -> true;
            case VEILED, DOCUMENT, PUBLIC_MIDDLE, PUBLIC_LARGE -> false;
          };
    };
  }

  private boolean isFor(Photo photo, String id, Audience reader) {
    return switch (reader) {
      case PUBLIC -> photo.isForPublic() && isTold(photo.caseId(), id);
      case PARTNER -> photo.isForPartners();
      default -> photo.released() != null;
    };
  }

  /** A case that is frozen, or a child that is found, takes its photo from the public at once. */
  private boolean isTold(String caseId, String photo) {
    return cases.find(caseId).stream()
        .filter(found -> found.state() instanceof Case)
        .flatMap(found -> CaseTopic.snapshot((Case) found.state()).photos().stream())
        .filter(told -> told.isFor(Audience.PUBLIC)) // upholds 4
        .anyMatch(told -> told.id().equals(photo));
  }

  private boolean isProven(String reader, String photo, String part, String proof) {
    String expected = ids.of(reader, photo + "/" + part, 0);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), proof.getBytes(StandardCharsets.US_ASCII));
  }
}
