package org.homeward.intake.tips;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.HttpUploads;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.photos.police.HttpCollecting;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.intake.tips.TipPicture.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The picture of a tip: looked at, withdrawn, locked for police, or made a photo of the tip's case.
 */
@RestController
class PictureController {

  private static final String PICTURE = PublicTipsController.TIPS + "/{id}/picture";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int REFERENCE = 100;
  private static final int ID = 64;

  private final LookAtTip lookAtTip;
  private final ChangeTip changeTip;
  private final TipPictures pictures;
  private final LookAtCase lookAtCase;
  private final HttpUploads uploads;
  private final TakeTipBack takeTipBack;
  private final SettleTips settleTips;
  private final HttpCollecting collecting;
  private final Clock clock;

  PictureController(
      LookAtTip lookAtTip,
      ChangeTip changeTip,
      TipPictures pictures,
      LookAtCase lookAtCase,
      HttpUploads uploads,
      TakeTipBack takeTipBack,
      SettleTips settleTips,
      HttpCollecting collecting,
      Clock clock) {
    this.lookAtTip = lookAtTip;
    this.changeTip = changeTip;
    this.pictures = pictures;
    this.lookAtCase = lookAtCase;
    this.uploads = uploads;
    this.takeTipBack = takeTipBack;
    this.settleTips = settleTips;
    this.collecting = collecting;
    this.clock = clock;
  }

  /** Never the bytes as they came: those are for police. */
  @GetMapping(PICTURE + "/{size}")
  ResponseEntity<byte[]> show(@PathVariable String id, @PathVariable String size, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    UploadPart part =
        TipPictures.size(size).orElseThrow(FaceProblem.NOT_FOUND::exception); // upholds 6
    return HttpUploads.unkept(MediaType.IMAGE_JPEG).body(shown(seen, part));
  }

  private byte[] shown(LookAtTip.SeenTip seen, UploadPart part) {
    TipPicture picture = picture(seen);
    return switch (picture.state()) {
      case UNSEEN, SEEN -> {
        if (picture.looked() == null && part != UploadPart.VEILED) {
          throw TipProblem.TIP_PICTURE_UNSEEN.exception();
        }
        yield pictures
            .shown(seen.id(), picture, part)
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
      }
      case LOCKED -> throw TipProblem.TIP_PICTURE_LOCKED.exception();
      case DESTROYED, WITHDRAWN, TAKEN_OVER -> throw TipProblem.TIP_PICTURE_GONE.exception();
    };
  }

  private static TipPicture picture(LookAtTip.SeenTip seen) {
    TipPicture picture = seen.tip().picture();
    if (picture == null) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return picture;
  }

  /** From now on the team is shown it; who looked first stays written in it. */
  @PostMapping(PICTURE + "/look")
  ResponseEntity<Map<String, Object>> lookAt(
      @PathVariable String id, RequestCommand command, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    if (pictures.isLockedElsewhere(picture(seen))) {
      settleTips.lock(id);
    }
    var wish = new PictureWish.Look(deed(caller, null), caller.is(Role.SUPERVISOR));
    return changed(seen, command, wish, caller);
  }

  /** Whatever it has become: nobody has to read it first to take it away. */
  @PostMapping(PICTURE + "/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String id, RequestCommand command, Caller caller) {
    var wish = new PictureWish.Withdraw(deed(caller, null), caller.roles());
    return changed(look(id, caller), command, wish, caller);
  }

  @PostMapping(PICTURE + "/lock")
  ResponseEntity<Map<String, Object>> lock(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return changed(look(id, caller), command, new PictureWish.Lock(deed(caller, null)), caller);
  }

  @PostMapping(path = PICTURE + "/hand-over", consumes = JSON)
  ResponseEntity<Map<String, Object>> handOver(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    return changed(seen, command, new PictureWish.HandOver(deed(caller, reference(body))), caller);
  }

  /** It leaves as a file that police alone open; nobody here is shown it. */
  @PostMapping(path = PICTURE + "/collect", consumes = JSON)
  ResponseEntity<byte[]> collect(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    return collecting.file(
        seen.id(), seen.tip().exercise(), () -> handedOver(id, caller), body, command, caller);
  }

  private UploadSeal handedOver(String id, Caller caller) {
    TipPicture picture = picture(look(id, caller));
    UploadSeal seal = picture.seal();
    return switch (picture.state()) {
      case UNSEEN, SEEN -> throw TipProblem.TIP_PICTURE_NOT_LOCKED.exception();
      case LOCKED -> {
        if (picture.handedOver() == null || seal == null) { // upholds 6
          throw TipProblem.TIP_PICTURE_NOT_HANDED_OVER.exception();
        }
        yield seal;
      }
      case DESTROYED, WITHDRAWN, TAKEN_OVER -> throw TipProblem.TIP_PICTURE_GONE.exception();
    };
  }

  @PostMapping(path = PICTURE + "/destroy", consumes = JSON)
  ResponseEntity<Map<String, Object>> destroy(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    return changed(seen, command, new PictureWish.Destroy(deed(caller, reference(body))), caller);
  }

  private static String reference(byte[] body) {
    Fields fields = Fields.of(body);
    String reference = fields.requiredText("reference", REFERENCE);
    fields.check();
    return reference;
  }

  /**
   * The photo comes first and is found again by its tip: whoever presses again after a crash gets
   * the same one.
   */
  @PostMapping(path = PICTURE + "/photo", consumes = JSON)
  @SafeToRepeat("one photo comes of the picture of a tip, whoever presses and however often")
  ResponseEntity<Map<String, Object>> takeOver(
      @PathVariable String id, @RequestBody byte[] body, IfMatch read, Caller caller) {
    LookAtTip.SeenTip seen = look(id, caller);
    Fields fields = Fields.of(body);
    String child = fields.requiredText("child", ID);
    fields.check();
    return read.first(version -> takenOver(seen, version, child, caller));
  }

  private ResponseEntity<Map<String, Object>> takenOver(
      LookAtTip.SeenTip seen, OptionalLong version, String child, Caller caller) {
    TipPicture picture = picture(seen);
    String caseId = seen.tip().tie().orElseThrow(TipProblem.TIP_NOT_TIED::exception);
    if (picture.photo() != null) {
      checkChild(picture.photo(), child);
      return photo(seen.id(), caseId, picture.photo()); // upholds 2
    }
    if (version.isPresent() && version.getAsLong() != seen.version()) {
      throw FaceProblem.PRECONDITION_FAILED.exception();
    }
    if (PictureWish.decide(seen.tip(), new PictureWish.TakeOver(""), clock.instant())
        instanceof TipDecision.Refused(var why)) {
      throw TriageController.refusal(why); // upholds 12
    }
    LookAtCase.Seen of = HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
    TakenPicture content =
        pictures.best(seen.id(), seen.tip()).orElseThrow(FaceProblem.UNAVAILABLE::exception);
    String made = uploads.takeOver(of, child, content, TakeTipBack.photoCommand(seen.id()));
    checkChild(made, child);
    var taken = new TipCommand.OfPicture(new PictureWish.TakeOver(made));
    return switch (changeTip.change(seen.id(), taken, caller.person())) {
      case WriteOutcome.Written<KeptTip, TipDecision>(var now, var _) -> {
        pictures.deleteUnneeded(now.id(), now.state());
        yield photo(seen.id(), caseId, made);
      }
      case WriteOutcome.Kept<KeptTip, TipDecision>(var _, TipDecision.Refused(var why)) -> {
        uploads.letGo(made, caller.person());
        throw TriageController.refusal(why);
      }
      case WriteOutcome.Kept<KeptTip, TipDecision> _ -> photo(seen.id(), caseId, made);
      case WriteOutcome.Absent<KeptTip, TipDecision>() -> {
        uploads.letGo(made, caller.person());
        throw FaceProblem.NOT_FOUND.exception();
      }
    };
  }

  /** Nobody is told that the photo of one child is now one of another. */
  private void checkChild(String photo, String child) {
    if (uploads.isOfAnother(photo, child)) {
      throw FaceProblem.INVALID.problem().error("/child", "other-child").exception();
    }
  }

  private static ResponseEntity<Map<String, Object>> photo(
      String tip, String caseId, String photo) {
    return ResponseEntity.ok(Map.of("tip", tip, "case", caseId, "photo", photo));
  }

  private LookAtTip.SeenTip look(String id, Caller caller) {
    return lookAtTip.at(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private Deed deed(Caller caller, @Nullable String reference) {
    return new Deed(caller.person(), clock.instant(), reference);
  }

  private ResponseEntity<Map<String, Object>> changed(
      LookAtTip.SeenTip seen, RequestCommand command, PictureWish wish, Caller caller) {
    var outcome =
        changeTip.change(
            seen, OptionalLong.empty(), Commands.of(command), new TipCommand.OfPicture(wish));
    if (outcome instanceof WriteOutcome.Written<KeptTip, TipDecision>(var now, var _)) {
      pictures.deleteUnneeded(now.id(), now.state());
      takeTipBack.photoIfUnneeded(now.id(), now.state(), caller.person());
    }
    return TriageController.done(Outcomes.now(outcome, TriageController::refusalOf));
  }
}
