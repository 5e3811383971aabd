package org.homeward.intake.tips;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.homeward.durable.command.Command;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.door.Clients;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Fields;
import org.homeward.schema.facts.Channel;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes tips of anybody. The answer is the same whatever the tip is about: whether there is such a
 * case, and whether the words are true, is nobody's business.
 */
@RestController
class PublicTipsController {

  static final String TIPS = "/api/v1/tips";
  static final String PICTURED = TIPS + "/pictured";

  /** Of a tip with its picture in Base64; the door takes no larger one. */
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final ReceiveTip receiveTip;
  private final Clients clients;
  private final boolean takesPictures;
  private final String danger;
  private final Clock clock;

  /**
   * @param takesPictures whether pictures of strangers are taken at all
   * @param danger whom to call when it cannot wait
   */
  PublicTipsController(
      ReceiveTip receiveTip, Clients clients, boolean takesPictures, String danger, Clock clock) {
    this.receiveTip = receiveTip;
    this.clients = clients;
    this.takesPictures = takesPictures;
    this.danger = danger;
    this.clock = clock;
  }

  @PostMapping(path = TIPS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same words with the same Idempotency-Key are stored once")
  ResponseEntity<Map<String, Object>> send(@RequestBody byte[] body, HttpServletRequest request) {
    Command once = command(request, TIPS, body);
    Fields fields = Fields.of(body);
    Tip tip = tip(fields);
    fields.check();
    return answer(ReceiveTip.Receipt.of(receiveTip.receive(tip, once, client(request))));
  }

  /** The picture is in the same request, because a tip is stored whole or not at all. */
  @PostMapping(path = PICTURED, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same words and picture with the same Idempotency-Key are stored once")
  ResponseEntity<Map<String, Object>> sendPictured(
      @RequestBody byte[] body, HttpServletRequest request) {
    if (!takesPictures) {
      throw FaceProblem.INVALID.problem().error("/picture", "uploads-off").exception();
    }
    Command once = command(request, PICTURED, body);
    Fields fields = Fields.of(body, MOST_BYTES);
    Tip tip = tip(fields);
    boolean ofGiver = fields.has("showsMe") && fields.requiredBoolean("showsMe");
    byte[] picture = fields.requiredBytes("picture");
    fields.check();
    return answer(receiveTip.receive(tip, picture, ofGiver, once, client(request)));
  }

  private Tip tip(Fields fields) {
    Instant now = clock.instant();
    boolean exercise = fields.has("exercise") && fields.requiredBoolean("exercise");
    return Tip.received(exercise, Channel.WEB, TipBody.words(fields, now), null, now);
  }

  private String client(HttpServletRequest request) {
    return clients.networkOf(request).orElse("");
  }

  private ResponseEntity<Map<String, Object>> answer(ReceiveTip.Receipt receipt) {
    return switch (receipt.outcome()) {
      case STORED -> stored();
      case CLIENT_HAS_SENT_MANY -> throw notReceived(TipProblem.TIPS_TOO_MANY);
      case NO_ROOM -> throw notReceived(TipProblem.TIP_NOT_RECEIVED);
      case BUSY -> throw FaceProblem.UNAVAILABLE.exception();
      case PICTURE_REFUSED ->
          throw FaceProblem.INVALID.problem().error("/picture", receipt.rule()).exception();
    };
  }

  /** Strangers have no name: a key that two of them chose must not tell one of the other. */
  private static Command command(HttpServletRequest request, String path, byte[] body) {
    var keys = Collections.list(request.getHeaders("Idempotency-Key"));
    String method = request.getMethod();
    var first = RequestCommand.of(ChangeTip.ANYBODY, method, path, keys, body);
    var once = RequestCommand.of(ChangeTip.ANYBODY + "/" + first.hash(), method, path, keys, body);
    return new Command(once.id(), once.hash());
  }

  private ResponseEntity<Map<String, Object>> stored() {
    String message = "Stored. Read by a person, perhaps hours later. " + danger;
    return ResponseEntity.accepted()
        .cacheControl(CacheControl.noStore())
        .body(Map.of("message", message));
  }

  private ProblemException notReceived(TipProblem why) {
    return why.problem().with("message", "NOT received. Call 116 000. " + danger).exception();
  }
}
