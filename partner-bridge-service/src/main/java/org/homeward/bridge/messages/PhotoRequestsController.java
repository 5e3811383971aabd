package org.homeward.bridge.messages;

import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.TransportRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where partners that hold a case ask for its photos; encryption and signature identify them. */
@RestController
class PhotoRequestsController {

  static final String PHOTOS = "/bridge/v1/photos";

  private static final MediaType JOSE = MediaType.parseMediaType(Seal.CONTENT_TYPE);

  private final AnswerPhoto answerPhoto;

  PhotoRequestsController(AnswerPhoto answerPhoto) {
    this.answerPhoto = answerPhoto;
  }

  @PostMapping(path = PHOTOS, consumes = Seal.CONTENT_TYPE)
  @SafeToRepeat("Nothing changes; each answer with bytes is recorded.")
  ResponseEntity<byte[]> answer(@RequestBody byte[] request) {
    return switch (answerPhoto.answer(request)) {
      case AnswerPhoto.Answer.Sealed(byte[] jwe) ->
          ResponseEntity.ok().contentType(JOSE).cacheControl(CacheControl.noStore()).body(jwe);
      case AnswerPhoto.Answer.Unanswered(TransportRefusal why) ->
          throw new TransportProblem(why).exception();
      case AnswerPhoto.Answer.NotNow() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }
}
