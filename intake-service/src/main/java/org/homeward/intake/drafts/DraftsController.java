package org.homeward.intake.drafts;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.drafts.DraftCommand.Decided;
import org.homeward.schema.facts.Channel;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Drafts: opened, saved while somebody types, found again, discarded by a person. */
@RestController
class DraftsController {

  private static final String DRAFTS = "/api/v1/drafts";
  private static final Set<Channel> CHANNELS = EnumSet.complementOf(EnumSet.of(Channel.OTHER));

  private final ChangeDraft changeDraft;
  private final ViewDrafts viewDrafts;

  DraftsController(ChangeDraft changeDraft, ViewDrafts viewDrafts) {
    this.changeDraft = changeDraft;
    this.viewDrafts = viewDrafts;
  }

  @PostMapping(path = DRAFTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> open(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Draft.Words words = words(fields);
    fields.check();
    return switch (changeDraft.open(exercise, words, command(command), caller.person())) {
      case WriteOutcome.Written<KeptDraft, Boolean>(Guarded<KeptDraft> now, Boolean _) ->
          opened(now);
      case WriteOutcome.Repeated<KeptDraft, Boolean>(Guarded<KeptDraft> now, long _) -> opened(now);
      case WriteOutcome.KeyReused<KeptDraft, Boolean>() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** The whole of what is typed, each time. */
  @PutMapping(path = DRAFTS + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> save(
      @PathVariable String id, @RequestBody byte[] body, IfMatch seen, Caller caller) {
    Fields fields = Fields.of(body);
    Draft.Words words = words(fields);
    fields.check();
    var save = new DraftCommand.Save(words, caller.person());
    return seen.first(version -> saved(id, version, save));
  }

  /** A repetition whose words are there already is answered as the first was. */
  private ResponseEntity<Map<String, Object>> saved(
      String id, OptionalLong version, DraftCommand.Save save) {
    var outcome = changeDraft.change(id, version, null, save, save.by());
    if (outcome instanceof WriteOutcome.Stale<KeptDraft, Decided>(Guarded<KeptDraft> now)
        && now.state() instanceof Draft draft
        && draft.says(save.words(), save.by())) {
      return done(now);
    }
    return answer(outcome);
  }

  @GetMapping(DRAFTS)
  Map<String, Object> list() {
    List<Map<String, Object>> lines =
        viewDrafts.open().stream().map(DraftsController::line).toList();
    return Map.of("drafts", lines);
  }

  @GetMapping(DRAFTS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    return switch (viewDrafts.one(id, role.wire(), caller.person())) {
      case ViewDrafts.Look.Shown(Draft draft, long version) -> {
        Map<String, Object> json = line(id, draft, version);
        json.put("typed", draft.typed());
        yield ResponseEntity.ok().eTag(ETags.of(version)).body(json);
      }
      case ViewDrafts.Look.Gone(var caseId) -> throw HttpDrafts.gone(caseId);
      case ViewDrafts.Look.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
      case ViewDrafts.Look.Unrecorded() -> throw FaceProblem.UNAVAILABLE.exception();
    };
  }

  @PostMapping(DRAFTS + "/{id}/discard")
  ResponseEntity<Map<String, Object>> discard(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            answer(
                changeDraft.change(
                    id, version, command(command), new DraftCommand.Discard(), caller.person())));
  }

  private static Draft.Words words(Fields fields) {
    Channel channel = fields.requiredCode("channel", CHANNELS);
    Draft.Danger danger = fields.code("danger", EnumSet.allOf(Draft.Danger.class));
    return new Draft.Words(channel, danger, TypedText.read(fields, "typed"));
  }

  private static ResponseEntity<Map<String, Object>> answer(
      WriteOutcome.OfRequest<KeptDraft, Decided> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptDraft, Decided>(Guarded<KeptDraft> now, Decided _) -> done(now);
      case WriteOutcome.Repeated<KeptDraft, Decided>(Guarded<KeptDraft> now, long _) -> done(now);
      case WriteOutcome.Kept<KeptDraft, Decided>(var _, Decided.Refused(var why)) ->
          throw HttpDrafts.refusal(why);
      case WriteOutcome.Kept<KeptDraft, Decided>(Guarded<KeptDraft> now, Decided _) -> done(now);
      case WriteOutcome.Stale<KeptDraft, Decided> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
      case WriteOutcome.KeyReused<KeptDraft, Decided>() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent<KeptDraft, Decided>() -> throw FaceProblem.NOT_FOUND.exception();
    };
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
    return each.state() instanceof Draft draft
        ? line(each.id(), draft, each.version())
        : Map.of("draft", each.id());
  }

  private static Map<String, Object> line(String id, Draft draft, long version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("draft", id);
    json.put("version", version);
    json.put("exercise", draft.exercise());
    json.put("channel", draft.channel());
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

  private static Command command(RequestCommand command) {
    return new Command(command.id(), command.hash());
  }
}
