package org.homeward.intake.tips;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.police.HttpCollecting;
import org.homeward.intake.tips.TipCommand.TipDecision;
import org.homeward.schema.facts.Channel;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The team's inbox of tips: taken on the telephone, listed, read. */
@RestController
class TipsController {

  private static final String TIPS = PublicTipsController.TIPS;

  /** The form of the public is its own way in. */
  private static final Set<Channel> CHANNELS =
      EnumSet.complementOf(EnumSet.of(Channel.OTHER, Channel.WEB));

  private final LookAtTip lookAtTip;
  private final ViewTips viewTips;
  private final ChangeTip changeTip;
  private final LookAtCase lookAtCase;
  private final TipJson json;
  private final HttpCollecting collecting;
  private final Clock clock;

  TipsController(
      LookAtTip lookAtTip,
      ViewTips viewTips,
      ChangeTip changeTip,
      LookAtCase lookAtCase,
      TipJson json,
      HttpCollecting collecting,
      Clock clock) {
    this.lookAtTip = lookAtTip;
    this.viewTips = viewTips;
    this.changeTip = changeTip;
    this.lookAtCase = lookAtCase;
    this.json = json;
    this.collecting = collecting;
    this.clock = clock;
  }

  @PostMapping(path = TIPS + "/taken", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> take(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Instant now = clock.instant();
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Channel channel = fields.requiredCode("channel", CHANNELS);
    TipWords words = TipBody.words(fields, now);
    String caseId = fields.text("case", TipBody.ID);
    Optional<Tip.Grade> grade =
        fields.has("grade") ? Optional.of(grade(fields, caller, now)) : Optional.empty();
    fields.check();
    Tip plain = Tip.received(exercise, channel, words, caller.person(), now);
    Tip graded = grade.map(plain::graded).orElse(plain);
    Tip tip = caseId == null ? graded : tied(graded, caseId, Viewer.of(caller), now);
    return switch (changeTip.receive(tip, Commands.of(command))) {
      case WriteOutcome.Written<KeptTip, Boolean>(Guarded<KeptTip> taken, Boolean _) ->
          taken(taken);
      case WriteOutcome.Repeated<KeptTip, Boolean>(Guarded<KeptTip> taken, long _) -> {
        look(taken.id(), Viewer.of(caller)); // upholds 6
        yield taken(taken);
      }
      case WriteOutcome.KeyReused<KeptTip, Boolean>() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Tip.Grade grade(Fields fields, Caller caller, Instant now) {
    Fields inner = fields.inner("grade");
    Tip.Grade grade = TipBody.grade(inner, caller.person(), now);
    inner.noOthers();
    return grade;
  }

  /** As hidden as its case from the beginning; the person sees the case. */
  private Tip tied(Tip tip, String caseId, Viewer viewer, Instant now) {
    TipCommand.Tie tie =
        TriageController.tie(HttpAnswers.found(lookAtCase.at(caseId, viewer)), now);
    return switch (TipCommand.decide(tip, tie, now)) {
      case TipDecision.Changed(Tip next) -> next;
      case TipDecision.Refused(var why) -> throw TriageController.refusal(why);
      case TipDecision.Changed _, TipDecision.Erased _, TipDecision.Unchanged _ ->
          throw new IllegalStateException("a new tip is tied or refused");
    };
  }

  private static ResponseEntity<Map<String, Object>> taken(Guarded<KeptTip> taken) {
    return ResponseEntity.created(URI.create(TIPS + "/" + taken.id()))
        .eTag(ETags.of(taken.version()))
        .body(Map.of("tip", taken.id()));
  }

  @GetMapping(TIPS)
  Map<String, Object> list(
      @RequestParam(name = "case", defaultValue = "") String ofCase,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    Viewer viewer = Viewer.of(caller);
    if (!ofCase.isEmpty()) {
      LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(ofCase, viewer));
      return Map.of("tips", json.lines(viewTips.of(seen, viewer)));
    }
    ListWalk walk = after.isEmpty() ? ViewTips.TOP : further(after);
    ListPage<KeptTip> page = viewTips.page(walk, most, viewer);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("tips", json.lines(page.documents()));
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewTips.TOP.order())
        .filter(walk -> walk.value().equals(ViewTips.TOP.value()))
        .orElseThrow(
            () -> FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  @GetMapping(TIPS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    LookAtTip.SeenTip seen = look(id, viewer);
    Tip tip = seen.tip();
    Map<String, Object> answer = json.whole(id, seen.version(), tip, isOfTeam(caller));
    if (tip.picture() != null && tip.picture().locked() != null) {
      answer.put("collected", collecting.of(id));
    }
    answer.put("alike", TipJson.alike(viewTips.alike(seen, viewer)));
    tip.tie()
        .flatMap(of -> lookAtCase.lastSeen(of, viewer))
        .ifPresent(last -> answer.put("timeFits", TimeFits.with(last, tip.words())));
    return ResponseEntity.ok().eTag(ETags.of(seen.version())).body(answer);
  }

  /** An officer of data protection oversees what is kept, and needs no place for that. */
  private static boolean isOfTeam(Caller caller) {
    return caller.is(Role.OPERATOR) || caller.is(Role.SUPERVISOR) || caller.is(Role.CONFIDANT);
  }

  private LookAtTip.SeenTip look(String id, Viewer viewer) {
    return lookAtTip.at(id, viewer).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
