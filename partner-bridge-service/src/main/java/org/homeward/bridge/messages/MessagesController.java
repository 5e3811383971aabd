package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.TransportRefusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint for partners' bridges; encryption and signature identify them. */
@RestController
class MessagesController {

  static final String MESSAGES = "/bridge/v1/messages";

  private static final MediaType JOSE = MediaType.parseMediaType(Seal.CONTENT_TYPE);
  private static final int REFUSED = 422;

  private final ReceiveMessage receiveMessage;

  MessagesController(ReceiveMessage receiveMessage) {
    this.receiveMessage = receiveMessage;
  }

  @PostMapping(path = MESSAGES, consumes = Seal.CONTENT_TYPE)
  @SafeToRepeat("A message has its number and hash; a repeat gets the receipt it got before.")
  ResponseEntity<byte[]> receive(@RequestBody byte[] request) {
    return switch (receiveMessage.receive(request)) {
      case ReceiveMessage.MessageAnswer.Signed(String jws, boolean refused) ->
          ResponseEntity.status(refused ? REFUSED : 200)
              .contentType(JOSE)
              .body(jws.getBytes(US_ASCII));
      case ReceiveMessage.MessageAnswer.Unanswered(TransportRefusal why) ->
          throw new TransportProblem(why).exception();
      case ReceiveMessage.MessageAnswer.NotNow() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }
}
