package org.homeward.intake.scripts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.scripts.ScriptDecision.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Texts for calls: somebody proposes one, another person approves it, and the team reads it. */
@RestController
class ScriptsController {

  private static final String SCRIPTS = "/api/v1/scripts";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int TEXT = 6_000;

  private final KeepScripts scripts;

  ScriptsController(KeepScripts scripts) {
    this.scripts = scripts;
  }

  /** The text in use; of the rest only that it waits, or that there is none. */
  @GetMapping(SCRIPTS)
  Map<String, Object> list() {
    return Map.of("scripts", scripts.all().values().stream().map(ScriptsController::line).toList());
  }

  @GetMapping(SCRIPTS + "/{script}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String script) {
    KeepScripts.Current current = scripts.find(id(script));
    Map<String, Object> json = line(current);
    Script.Proposal proposed = current.script().proposed();
    if (proposed != null) {
      json.put("proposed", proposal(proposed));
    }
    List<Map<String, Object>> approved =
        current.script().approved().stream().map(ScriptsController::approved).toList();
    json.put("editions", approved);
    return ResponseEntity.ok().eTag(ETags.of(current.version())).body(json);
  }

  @PostMapping(path = SCRIPTS + "/{script}/propose", consumes = JSON)
  ResponseEntity<Map<String, Object>> propose(
      @PathVariable String script,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    ScriptId id = id(script);
    Fields fields = Fields.of(body);
    String text = fields.requiredLines("text", TEXT);
    fields.check();
    return changed(id, read, command, new ScriptCommand.Propose(text, caller.person()), caller);
  }

  @PostMapping(path = SCRIPTS + "/{script}/approve", consumes = JSON)
  ResponseEntity<Map<String, Object>> approve(
      @PathVariable String script,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    ScriptId id = id(script);
    Fields fields = Fields.of(body);
    long edition = fields.requiredNumber("edition", 1, Integer.MAX_VALUE);
    fields.check();
    return changed(id, read, command, new ScriptCommand.Approve(edition, caller.person()), caller);
  }

  @PostMapping(SCRIPTS + "/{script}/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String script, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id(script), read, command, new ScriptCommand.Withdraw(), caller);
  }

  private static ScriptId id(String script) {
    return ScriptId.of(script).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> changed(
      ScriptId id, IfMatch read, RequestCommand command, ScriptCommand wish, Caller caller) {
    return read.first(
        version ->
            switch (scripts.change(id, version, Commands.of(command), wish, caller.person())) {
              case WriteOutcome.Written(var now, ScriptDecision _) -> done(id, now.version());
              case WriteOutcome.Repeated(var now, _) -> done(id, now.version());
              case WriteOutcome.Kept(var now, ScriptDecision decided) ->
                  kept(id, now.version(), decided);
              case WriteOutcome.NotMade(ScriptDecision decided) -> kept(id, 0, decided);
              case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
            });
  }

  private static ResponseEntity<Map<String, Object>> kept(
      ScriptId id, long version, ScriptDecision decided) {
    return switch (decided) {
      case ScriptDecision.Refused(Refusal why) -> throw refusal(why);
      case ScriptDecision.Changed _, ScriptDecision.Unchanged _ -> done(id, version);
    };
  }

  private static ProblemException refusal(Refusal why) {
    return switch (why) {
      case STALE -> FaceProblem.PRECONDITION_FAILED.exception();
      case NOTHING_PROPOSED -> ScriptProblem.NOTHING_PROPOSED.exception();
      case OWN_TEXT -> ScriptProblem.OWN_TEXT.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> done(ScriptId id, long version) {
    return ResponseEntity.ok().eTag(ETags.of(version)).body(Map.of("script", id.text()));
  }

  private static Map<String, Object> line(KeepScripts.Current current) {
    Optional<Script.Approved> inUse = current.script().inUse();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("script", current.id().text());
    json.put("occasion", current.id().occasion());
    json.put("use", current.id().occasion().use());
    json.put("language", current.id().language());
    json.put("waits", current.script().proposed() != null);
    json.put("inUse", inUse.map(ScriptsController::approved).orElse(null));
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> proposal(Script.Proposal proposal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", proposal.edition());
    json.put("text", proposal.text());
    json.put("by", proposal.by());
    json.put("at", proposal.at().toString());
    return json;
  }

  private static Map<String, Object> approved(Script.Approved approved) {
    Map<String, Object> json = proposal(approved.text());
    json.put("approvedBy", approved.by());
    json.put("approvedAt", approved.at().toString());
    return json;
  }
}
