package org.homeward.intake.drafts;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.staff.KnowStaff;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.facts.Channel;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts: opened, saved while somebody types, found again, discarded by a person. */
@RestController
class DraftsController {

  private static final String DRAFTS = "/api/v1/drafts";
  private static final Set<Channel> CHANNELS = EnumSet.complementOf(EnumSet.of(Channel.OTHER));
  private static final Pattern PERSON = Pattern.compile("person:[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int MOST_KEPT_FROM = 50;

  private final ChangeDraft changeDraft;
  private final LookAtDraft lookAtDraft;
  private final ViewDrafts viewDrafts;
  private final KnowStaff staff;

  DraftsController(
      ChangeDraft changeDraft, LookAtDraft lookAtDraft, ViewDrafts viewDrafts, KnowStaff staff) {
    this.changeDraft = changeDraft;
    this.lookAtDraft = lookAtDraft;
    this.viewDrafts = viewDrafts;
    this.staff = staff;
  }

  @PostMapping(path = DRAFTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> open(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Draft.Words words = words(fields);
    fields.check();
    checkMayName(Set.of(), words, caller);
    return switch (changeDraft.open(exercise, words, Commands.of(command), caller.person())) {
      case WriteOutcome.Written(var now, _) -> opened(now);
      case WriteOutcome.Repeated(var now, _) -> {
        look(now.id(), caller); // upholds 6
        yield opened(now);
      }
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** The whole of what is typed, each time. */
  @PutMapping(path = DRAFTS + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> save(
      @PathVariable String id, @RequestBody byte[] body, IfMatch read, Caller caller) {
    LookAtDraft.SeenDraft seen = look(id, caller);
    Fields fields = Fields.of(body);
    Draft.Words words = words(fields);
    fields.check();
    checkMayName(seen.notTo(), words, caller);
    var save = new DraftCommand.Save(words, caller.person());
    return read.first(version -> saved(seen, version, save));
  }

  /** A repetition whose words are there already is answered as the first was. */
  private ResponseEntity<Map<String, Object>> saved(
      LookAtDraft.SeenDraft seen, OptionalLong version, DraftCommand.Save save) {
    var outcome = changeDraft.change(seen, version, null, save);
    if (outcome instanceof WriteOutcome.Stale(var now)
        && now.state() instanceof Draft draft
        && draft.says(save.words(), save.by())) {
      return done(now);
    }
    return answer(outcome);
  }

  @GetMapping(DRAFTS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    ListWalk walk = after.isEmpty() ? ViewDrafts.TOP : further(after);
    ListPage<KeptDraft> page = viewDrafts.page(walk, most, Viewer.of(caller));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("drafts", page.documents().stream().map(DraftsController::line).toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewDrafts.TOP.order())
        .filter(walk -> walk.value().equals(ViewDrafts.TOP.value()))
        .orElseThrow(
            () -> FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  @GetMapping(DRAFTS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    LookAtDraft.SeenDraft seen = look(id, caller);
    return switch (seen.found().state()) {
      case Draft draft -> {
        long version = seen.found().version();
        Map<String, Object> json = line(id, draft, version);
        json.put("typed", draft.typed());
        if (!draft.notTo().isEmpty()) {
          json.put("notTo", draft.notTo().stream().sorted().toList());
        }
        yield ResponseEntity.ok().eTag(ETags.of(version)).body(json);
      }
      case GoneDraft gone -> throw HttpDrafts.gone(gone);
    };
  }

  @PostMapping(DRAFTS + "/{id}/discard")
  ResponseEntity<Map<String, Object>> discard(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    LookAtDraft.SeenDraft seen = look(id, caller);
    var discard = new DraftCommand.Discard();
    return read.first(
        version -> answer(changeDraft.change(seen, version, Commands.of(command), discard)));
  }

  private LookAtDraft.SeenDraft look(String id, Caller caller) {
    return HttpDrafts.found(lookAtDraft.at(id, Viewer.of(caller)));
  }

  private void checkMayName(Set<String> before, Draft.Words words, Caller caller) {
    Optional<Staff.Objection> objection =
        staff.against(before, words.notTo(), caller.is(Role.SUPERVISOR));
    if (objection.isPresent()) {
      throw HttpAnswers.refusal(objection.get());
    }
  }

  private static Draft.Words words(Fields fields) {
    Channel channel = fields.code("channel", CHANNELS);
    Draft.Danger danger = fields.code("danger", EnumSet.allOf(Draft.Danger.class));
    Set<String> notTo = fields.texts("notTo", MOST_KEPT_FROM, PERSON);
    return new Draft.Words(channel, danger, TypedText.read(fields, "typed"), notTo);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      WriteOutcome.OfRequest<KeptDraft, DraftDecision> outcome) {
    return done(Outcomes.now(outcome, HttpDrafts::refusal));
  }

  private static ResponseEntity<Map<String, Object>> opened(Guarded<KeptDraft> now) {
    return ResponseEntity.created(URI.create(DRAFTS + "/" + now.id()))
        .eTag(ETags.of(now.version()))
        .body(Map.of("draft", now.id()));
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptDraft> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(Map.of("draft", now.id()));
  }

  private static Map<String, Object> line(Guarded<KeptDraft> each) {
    if (!(each.state() instanceof Draft draft)) {
      return Map.of("draft", each.id());
    }
    Map<String, Object> json = line(each.id(), draft, each.version());
    draft.childName().ifPresent(name -> json.put("childName", name));
    return json;
  }

  private static Map<String, Object> line(String id, Draft draft, long version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("draft", id);
    json.put("version", version);
    json.put("exercise", draft.exercise());
    if (draft.channel() != null) {
      json.put("channel", Objects.requireNonNull(draft.channel()));
    }
    if (draft.danger() != null) {
      json.put("danger", Objects.requireNonNull(draft.danger()));
    }
    json.put("openedBy", draft.openedBy());
    json.put("openedAt", draft.openedAt().toString());
    json.put("savedBy", draft.savedBy());
    json.put("savedAt", draft.savedAt().toString());
    if (draft.mayRing()) {
      json.put("ringsAt", draft.ringsAt().toString());
    }
    json.put("ringing", draft.isRinging());
    return json;
  }
}
