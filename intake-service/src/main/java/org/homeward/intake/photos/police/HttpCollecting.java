package org.homeward.intake.photos.police;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.AuditTrail;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Lets a supervisor take a locked picture to police: a file that only the key of police opens, each
 * time by a decision of its own that is recorded before. Nothing here decodes the picture.
 */
public final class HttpCollecting {

  private static final int REFERENCE = 100;
  private static final int FINGERPRINT = 40;
  private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

  /** As it came, or what is the only evidence where that is gone. */
  private static final List<UploadPart> PARTS =
      List.of(UploadPart.ORIGINAL, UploadPart.DOCUMENT, UploadPart.LARGE);

  private final GuardedDocuments<Collected> collected;
  private final SealedBytes bytes;
  private final Optional<PoliceKey> police;
  private final AuditTrail trail;
  private final Clock clock;

  HttpCollecting(
      GuardedDocuments<Collected> collected,
      SealedBytes bytes,
      Optional<PoliceKey> police,
      AuditTrail trail,
      Clock clock) {
    this.collected = collected;
    this.bytes = bytes;
    this.police = police;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Answers with the file.
   *
   * @param picture id of what a person has looked at
   * @param exercise whether it is of an exercise
   * @param locked reads its seal as it is now, and throws unless it is locked and a supervisor has
   *     recorded its hand-over
   */
  public ResponseEntity<byte[]> file(
      String picture,
      boolean exercise,
      Supplier<UploadSeal> locked,
      byte[] body,
      RequestCommand command,
      Caller caller) {
    Fields fields = Fields.of(body);
    String reference = fields.requiredText("reference", REFERENCE);
    String fingerprint = fields.requiredText("fingerprint", FINGERPRINT);
    fields.check();
    UploadSeal seal = locked.get();
    if (exercise) {
      throw CollectProblem.EXERCISE_NOT_COLLECTED.exception(); // upholds 9
    }
    PoliceKey key = police.orElseThrow(CollectProblem.NO_POLICE_KEY::exception);
    if (!key.isSaid(fingerprint)) { // upholds 6
      throw FaceProblem.INVALID.problem().error("/fingerprint", "other-key").exception();
    }
    byte[] content = content(picture, seal);
    var deed =
        new Collected(
            picture,
            caller.person(),
            clock.instant(),
            key.authority(),
            reference,
            UploadSeal.digest(content));
    record(deed, command, caller);
    UploadSeal _ = locked.get(); // police may have had it destroyed meanwhile
    return ResponseEntity.ok()
        .contentType(JOSE)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", saved(picture))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(key.seal(content));
  }

  private byte[] content(String picture, UploadSeal seal) {
    return PARTS.stream()
        .filter(part -> seal.digests().containsKey(part.text()))
        .flatMap(part -> bytes.read(picture, seal.key(), part).stream())
        .findFirst()
        .orElseThrow(CollectProblem.LOCKED_PICTURE_LOST::exception);
  }

  /** Where its answer was lost the same request gets the file again, and no second record. */
  private void record(Collected deed, RequestCommand command, Caller caller) {
    Edit<Collected> edit = Edit.<Collected>of(deed, caller.person()).asEssential();
    String id =
        switch (collected.create(UUID.randomUUID().toString(), edit, Commands.of(command), true)) {
          case WriteOutcome.Written<Collected, Boolean>(var now, var _) -> now.id();
          case WriteOutcome.Repeated<Collected, Boolean>(var now, var _) -> now.id();
          case WriteOutcome.KeyReused<Collected, Boolean>() ->
              throw FaceProblem.KEY_REUSED.exception();
        };
    Viewer.of(caller)
        .looks(
            trail,
            List.of(id, deed.picture()),
            AuditEntry.Verb.DISCLOSED,
            clock.instant()); // upholds 10
  }

  private static String saved(String picture) {
    return ContentDisposition.attachment().filename(picture + ".jwe").build().toString();
  }

  /** When this picture left, by whose decision and for whom, the first one first. */
  public List<Map<String, Object>> of(String picture) {
    try (Stream<Guarded<Collected>> all = collected.each(Collected.PICTURE, picture)) {
      return all.map(Guarded::state)
          .sorted(Comparator.comparing(Collected::at))
          .map(HttpCollecting::json)
          .toList();
    }
  }

  private static Map<String, Object> json(Collected deed) {
    return Map.of(
        "by",
        deed.by(),
        "at",
        deed.at().toString(),
        "authority",
        deed.authority(),
        "reference",
        deed.reference(),
        "digest",
        deed.digest());
  }
}
