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

  private final ReceiveTip receiveTip;
  private final Clients clients;
  private final String danger;
  private final Clock clock;

  /**
   * @param danger whom to call when it cannot wait
   */
  PublicTipsController(ReceiveTip receiveTip, Clients clients, String danger, Clock clock) {
    this.receiveTip = receiveTip;
    this.clients = clients;
    this.danger = danger;
    this.clock = clock;
  }

  @PostMapping(path = TIPS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("the same words with the same Idempotency-Key are stored once")
  ResponseEntity<Map<String, Object>> send(@RequestBody byte[] body, HttpServletRequest request) {
    Command once = command(request, body);
    Instant now = clock.instant();
    Fields fields = Fields.of(body);
    boolean exercise = fields.has("exercise") && fields.requiredBoolean("exercise");
    TipWords words = TipBody.words(fields, now);
    fields.check();
    Tip tip = Tip.received(exercise, Channel.WEB, words, null, now);
    return switch (receiveTip.receive(tip, once, clients.networkOf(request).orElse(""))) {
      case STORED -> stored();
      case CLIENT_HAS_SENT_MANY -> throw notReceived(TipProblem.TIPS_TOO_MANY);
      case NO_ROOM -> throw notReceived(TipProblem.TIP_NOT_RECEIVED);
    };
  }

  /** Strangers have no name: a key that two of them chose must not tell one of the other. */
  private static Command command(HttpServletRequest request, byte[] body) {
    var keys = Collections.list(request.getHeaders("Idempotency-Key"));
    String method = request.getMethod();
    var first = RequestCommand.of(ChangeTip.ANYBODY, method, TIPS, keys, body);
    var once = RequestCommand.of(ChangeTip.ANYBODY + "/" + first.hash(), method, TIPS, keys, body);
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
