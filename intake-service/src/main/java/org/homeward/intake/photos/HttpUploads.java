package org.homeward.intake.photos;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.ProblemType;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.photos.police.HttpCollecting;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The deeds over HTTP that photos and papers have in common. */
public final class HttpUploads {

  private static final int REFERENCE = 100;

  private final LookAtCase lookAtCase;
  private final LookAtUpload lookAtUpload;
  private final KeepUpload keepUpload;
  private final ChangeUpload changeUpload;
  private final SettleUploads settleUploads;
  private final SealedBytes bytes;
  private final LockedPictures lockedPictures;
  private final HttpCollecting collecting;
  private final Clock clock;

  HttpUploads(
      LookAtCase lookAtCase,
      LookAtUpload lookAtUpload,
      KeepUpload keepUpload,
      ChangeUpload changeUpload,
      SettleUploads settleUploads,
      SealedBytes bytes,
      LockedPictures lockedPictures,
      HttpCollecting collecting,
      Clock clock) {
    this.lookAtCase = lookAtCase;
    this.lookAtUpload = lookAtUpload;
    this.keepUpload = keepUpload;
    this.changeUpload = changeUpload;
    this.settleUploads = settleUploads;
    this.bytes = bytes;
    this.lockedPictures = lockedPictures;
    this.collecting = collecting;
    this.clock = clock;
  }

  LookAtCase.Seen look(String id, Caller caller) {
    return unerased(lookAtCase.at(id, Viewer.of(caller)));
  }

  /** Of an erased case a supervisor is told what police have not judged, and what they have. */
  LookAtCase.Seen lookAtAll(String id, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    boolean isKept =
        caller.is(Role.SUPERVISOR)
            && changeUpload.of(id).stream().anyMatch(each -> each.state().outlivesCase());
    return isKept ? seen : unerased(Optional.of(seen));
  }

  private static LookAtCase.Seen unerased(Optional<LookAtCase.Seen> found) {
    LookAtCase.Seen seen = HttpAnswers.found(found);
    if (seen.isErased()) {
      throw refused(CaseDecision.Refusal.CASE_ERASED);
    }
    return seen;
  }

  LookAtUpload.SeenUpload photo(String id, String photo, Caller caller) {
    return look(id, photo, false, caller);
  }

  LookAtUpload.SeenUpload paper(String id, String paper, Caller caller) {
    return look(id, paper, true, caller);
  }

  private LookAtUpload.SeenUpload look(String id, String upload, boolean papers, Caller caller) {
    return lookAtUpload
        .at(lookAtAll(id, caller), upload, papers, KeptUpload.Reader.of(caller))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  LookAtUpload.SeenUpload photoToEnd(String id, String photo, Caller caller) {
    return lookToEnd(id, photo, false, caller);
  }

  LookAtUpload.SeenUpload paperToEnd(String id, String paper, Caller caller) {
    return lookToEnd(id, paper, true, caller);
  }

  private LookAtUpload.SeenUpload lookToEnd(
      String id, String upload, boolean papers, Caller caller) {
    KeptUpload.Reader reader = KeptUpload.Reader.of(caller);
    return lookAtUpload
        .toEnd(unerased(lookAtCase.toEnd(id, reader.viewer())), upload, papers, reader)
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  /** The bytes and nothing else; what it is is said when somebody looks at it. */
  ResponseEntity<Map<String, Object>> upload(
      LookAtCase.Seen seen, KeepUpload.As as, InputStream file, RequestCommand command)
      throws IOException {
    return uploaded(seen.id(), as, kept(seen, as, file.readAllBytes(), Commands.of(command)));
  }

  /**
   * Makes a picture that came with a tip a photo of a child of the case; nobody has looked at that
   * photo yet.
   *
   * @param command one of the tip, so that one photo comes of its picture
   * @return the id of the photo
   * @throws ProblemException when the case takes none, or nothing is known of the picture now
   */
  public String takeOver(
      LookAtCase.Seen seen, String child, TakenPicture picture, Command command) {
    var as = new KeepUpload.As.PhotoOfTip(child, picture);
    return taken(as, kept(unerased(Optional.of(seen)), as, picture.content(), command)).id();
  }

  /** Whether a photo is said to show another child than this one. */
  public boolean isOfAnother(String photo, String child) {
    return changeUpload.childOf(photo).filter(of -> !of.equals(child)).isPresent();
  }

  /** Somebody locked or withdrew the picture in the tip meanwhile, so that no photo comes of it. */
  public void letGo(String photo, String by) {
    if (changeUpload.change(photo, new UploadCommand.LetGo(), by)
        instanceof WriteOutcome.Written<KeptUpload, UploadDecision>(var now, var _)) {
      settleUploads.deleteUnneeded(now.id(), now.state()); // upholds 7
    }
  }

  /** The same for the photo that this command has made, if there is one. */
  public void letGo(Command command, String by) {
    changeUpload.madeBy(command).ifPresent(photo -> letGo(photo, by));
  }

  private KeepUpload.Kept kept(
      LookAtCase.Seen seen, KeepUpload.As as, byte[] body, Command command) {
    Optional<KeepUpload.Kept> before = keepUpload.repeated(as, command);
    if (before.isPresent()) {
      return before.get(); // upholds 2
    }
    boolean isThere =
        switch (as) {
          case KeepUpload.As.PhotoOf(String child) -> seen.isAbout(child);
          case KeepUpload.As.SentBy(String child) -> seen.isAbout(child);
          case KeepUpload.As.PhotoOfTip(String child, var _) -> seen.isAbout(child);
          case KeepUpload.As.PaperFor _ -> true;
        };
    if (!isThere) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    if (seen.isForeign()) {
      throw refused(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    if (seen.hasEnded()) {
      throw refused(CaseDecision.Refusal.CASE_ENDED);
    }
    return keepUpload.keep(seen, as, body, command);
  }

  private static ResponseEntity<Map<String, Object>> uploaded(
      String caseId, KeepUpload.As as, KeepUpload.Kept kept) {
    boolean papers = as instanceof KeepUpload.As.PaperFor;
    String path = "/api/v1/cases/" + caseId + (papers ? "/attachments/" : "/photos/");
    Guarded<KeptUpload> upload = taken(as, kept);
    return ResponseEntity.created(URI.create(path + upload.id()))
        .eTag(ETags.of(upload.version()))
        .body(named(upload));
  }

  private static Guarded<KeptUpload> taken(KeepUpload.As as, KeepUpload.Kept kept) {
    boolean papers = as instanceof KeepUpload.As.PaperFor;
    return switch (kept) {
      case KeepUpload.Kept.Taken(Guarded<KeptUpload> upload) -> upload;
      case KeepUpload.Kept.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case KeepUpload.Kept.Refused(String rule) ->
          throw FaceProblem.INVALID.problem().error("", rule).exception();
      case KeepUpload.Kept.Full() ->
          throw (papers ? PhotoProblem.ATTACHMENTS_FULL : PhotoProblem.PHOTOS_FULL).exception();
      case KeepUpload.Kept.Busy() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  /** Those of a case that this person may know of; without the entry she is shown nothing. */
  List<Guarded<KeptUpload>> listed(LookAtCase.Seen seen, boolean papers, Caller caller) {
    KeptUpload.Reader reader = KeptUpload.Reader.of(caller);
    List<Guarded<KeptUpload>> all =
        changeUpload.of(seen.id()).stream()
            .filter(each -> each.state().isPaper() == papers)
            .filter(each -> each.state().isFor(reader)) // upholds 6
            .filter(each -> !(each.state() instanceof GoneUpload gone) || gone.destroyed() != null)
            .toList();
    lookAtUpload.record(
        seen, all.stream().map(Guarded::id).toList(), reader.viewer()); // upholds 10
    return all;
  }

  /** A picture that was made anew; before the first look only blots of colour. */
  ResponseEntity<byte[]> picture(LookAtUpload.SeenUpload seen, UploadPart part) {
    return unkept(MediaType.IMAGE_JPEG).body(read(seen, part));
  }

  /** Answers with bytes that no browser and no proxy keeps. */
  public static ResponseEntity.BodyBuilder unkept(MediaType type) {
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore());
  }

  byte[] read(LookAtUpload.SeenUpload seen, UploadPart part) {
    boolean ofPaper = seen.found().state().isPaper();
    return switch (seen.found().state()) {
      case Photo.Waiting _ when !seen.supervises() ->
          throw refusal(UploadDecision.Refusal.SUPERVISOR_FIRST, false); // upholds 6
      case LiveUpload live when live.looked() != null || part == UploadPart.VEILED ->
          bytes
              .read(seen.id(), live.seal().key(), part)
              .orElseThrow(FaceProblem.NOT_FOUND::exception);
      case LiveUpload _ -> throw refusal(UploadDecision.Refusal.UNSEEN, ofPaper);
      case LockedUpload _ -> throw refusal(UploadDecision.Refusal.LOCKED, ofPaper);
      case GoneUpload _ -> throw refusal(UploadDecision.Refusal.GONE, ofPaper);
    };
  }

  /** From now on it is shown; who looked first stays written in it. */
  ResponseEntity<Map<String, Object>> lookAt(
      LookAtUpload.SeenUpload seen, RequestCommand command, Caller caller) {
    if (seen.found().state() instanceof LiveUpload live && lockedPictures.has(live.seal())) {
      settleUploads.lock(seen.id()); // it came while somebody locked the same picture
    }
    var wish = new UploadCommand.Look(deed(caller), seen.supervises());
    return changed(seen, OptionalLong.empty(), command, wish);
  }

  /** Whatever it has become: nobody has to read it first to take it back. */
  ResponseEntity<Map<String, Object>> withdraw(
      LookAtUpload.SeenUpload seen, RequestCommand command) {
    var wish = new UploadCommand.Withdraw(seen.ofCase().person(), seen.supervises());
    return changed(seen, OptionalLong.empty(), command, wish);
  }

  ResponseEntity<Map<String, Object>> lock(
      LookAtUpload.SeenUpload seen, RequestCommand command, Caller caller) {
    return changed(seen, OptionalLong.empty(), command, new UploadCommand.Lock(deed(caller)));
  }

  ResponseEntity<Map<String, Object>> handOver(
      LookAtUpload.SeenUpload seen, byte[] body, RequestCommand command, Caller caller) {
    var wish = new UploadCommand.HandOver(referred(body, caller));
    return changed(seen, OptionalLong.empty(), command, wish);
  }

  ResponseEntity<Map<String, Object>> destroy(
      LookAtUpload.SeenUpload seen, byte[] body, RequestCommand command, Caller caller) {
    var wish = new UploadCommand.Destroy(referred(body, caller));
    return changed(seen, OptionalLong.empty(), command, wish);
  }

  /** It leaves as a file that police alone open; nobody here is shown it. */
  ResponseEntity<byte[]> collect(
      LookAtUpload.SeenUpload seen, byte[] body, RequestCommand command, Caller caller) {
    boolean exercise = seen.found().state().exercise();
    return collecting.file(seen.id(), exercise, () -> handedOver(seen.id()), body, command, caller);
  }

  private UploadSeal handedOver(String id) {
    KeptUpload now = changeUpload.now(id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return switch (now) {
      case LockedUpload locked when locked.handedOver() != null -> locked.seal(); // upholds 6
      case LockedUpload _ -> throw refusal(UploadDecision.Refusal.NOT_HANDED_OVER, now.isPaper());
      case LiveUpload _ -> throw refusal(UploadDecision.Refusal.NOT_LOCKED, now.isPaper());
      case GoneUpload _ -> throw refusal(UploadDecision.Refusal.GONE, now.isPaper());
    };
  }

  /** As {@link UploadLines#line} has it, with when a locked one left for police. */
  Map<String, Object> line(Guarded<KeptUpload> each, boolean place) {
    Map<String, Object> line = UploadLines.line(each, place);
    if (each.state().outlivesCase()) {
      line.put("collected", collecting.of(each.id()));
    }
    return line;
  }

  private ReferredDeed referred(byte[] body, Caller caller) {
    Fields fields = Fields.of(body);
    String reference = fields.requiredText("reference", REFERENCE);
    fields.check();
    return new ReferredDeed(caller.person(), clock.instant(), reference);
  }

  Deed deed(Caller caller) {
    return new Deed(caller.person(), clock.instant());
  }

  ResponseEntity<Map<String, Object>> changed(
      LookAtUpload.SeenUpload seen,
      OptionalLong version,
      RequestCommand command,
      UploadCommand wish) {
    var outcome = changeUpload.change(seen, version, Commands.of(command), wish);
    if (outcome instanceof WriteOutcome.Written<KeptUpload, UploadDecision>(var now, var _)) {
      settleUploads.deleteUnneeded(now.id(), now.state());
    }
    return of(outcome);
  }

  /** The answer to the same request before. */
  Optional<ResponseEntity<Map<String, Object>>> repeated(
      LookAtUpload.SeenUpload seen, RequestCommand command) {
    return changeUpload.repeated(seen.id(), Commands.of(command)).map(HttpUploads::of);
  }

  private static ResponseEntity<Map<String, Object>> of(
      WriteOutcome.OfRequest<KeptUpload, UploadDecision> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptUpload, UploadDecision>(var now, var _) -> done(now);
      case WriteOutcome.Repeated<KeptUpload, UploadDecision>(var now, var _) -> done(now);
      case WriteOutcome.Kept<KeptUpload, UploadDecision>(
              var now,
              UploadDecision.Refused(var why)) ->
          throw refusal(why, now.state().isPaper());
      case WriteOutcome.Kept<KeptUpload, UploadDecision>(var now, var _) -> done(now);
      case WriteOutcome.Stale<KeptUpload, UploadDecision> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
      case WriteOutcome.KeyReused<KeptUpload, UploadDecision>() ->
          throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent<KeptUpload, UploadDecision>() ->
          throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptUpload> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(named(now));
  }

  private static Map<String, Object> named(Guarded<KeptUpload> upload) {
    return Map.of(upload.state().isPaper() ? "attachment" : "photo", upload.id());
  }

  static ProblemException refusal(UploadDecision.Refusal why, boolean ofPaper) {
    ProblemType problem =
        switch (why) {
          case UNSEEN -> ofPaper ? PhotoProblem.ATTACHMENT_UNSEEN : PhotoProblem.PHOTO_UNSEEN;
          case SUPERVISOR_FIRST -> PhotoProblem.PHOTO_SUPERVISOR_FIRST;
          case NOT_DESCRIBED -> PhotoProblem.PHOTO_NOT_DESCRIBED;
          case NOT_RELEASED -> PhotoProblem.PHOTO_NOT_RELEASED;
          case NOT_DATED -> PhotoProblem.PHOTO_NOT_DATED;
          case NOT_WITNESSED -> PhotoProblem.PHOTO_NOT_WITNESSED;
          case NOT_PROPOSED -> PhotoProblem.PHOTO_NOT_PROPOSED;
          case SAME_PERSON -> PhotoProblem.PHOTO_SAME_PERSON;
          case IS_PUBLIC -> PhotoProblem.PHOTO_PUBLIC;
          case LOCKED -> ofPaper ? PhotoProblem.ATTACHMENT_LOCKED : PhotoProblem.PHOTO_LOCKED;
          case NOT_LOCKED ->
              ofPaper ? PhotoProblem.ATTACHMENT_NOT_LOCKED : PhotoProblem.PHOTO_NOT_LOCKED;
          case NOT_HANDED_OVER ->
              ofPaper
                  ? PhotoProblem.ATTACHMENT_NOT_HANDED_OVER
                  : PhotoProblem.PHOTO_NOT_HANDED_OVER;
          case HANDED_OVER ->
              ofPaper ? PhotoProblem.ATTACHMENT_HANDED_OVER : PhotoProblem.PHOTO_HANDED_OVER;
          case ANOTHER_PERSON_NEEDED -> throw refused(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED);
          case GONE -> ofPaper ? PhotoProblem.ATTACHMENT_GONE : PhotoProblem.PHOTO_GONE;
          case OTHER_KIND -> FaceProblem.NOT_FOUND;
        };
    return problem.exception();
  }

  private static RuntimeException refused(CaseDecision.Refusal why) {
    return HttpAnswers.refusal(new CaseDecision.Refused(why, Set.of()));
  }
}
