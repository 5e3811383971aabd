package org.homeward.intake.worksheets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Task;
import org.homeward.intake.cases.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Notes, call-backs and next actions of a case, and who does what. */
@RestController
class WorksheetsController {

  private static final String CASE = "/api/v1/cases/{id}";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private static final int NOTE = 4_000;
  private static final int WHAT = 500;
  private static final int NUMBER = 40;
  private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** A promise for yesterday can still be written down. */
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final Duration AHEAD = Duration.ofDays(366);

  private final LookAtCase lookAtCase;
  private final ChangeSheet changeSheet;
  private final GuardedDocuments<KeptSheet> sheets;
  private final Checks checks;
  private final Clock clock;

  WorksheetsController(
      LookAtCase lookAtCase,
      ChangeSheet changeSheet,
      GuardedDocuments<KeptSheet> sheets,
      Checks checks,
      Clock clock) {
    this.checks = checks;
    this.lookAtCase = lookAtCase;
    this.changeSheet = changeSheet;
    this.sheets = sheets;
    this.clock = clock;
  }

  @GetMapping(CASE + "/work")
  Map<String, Object> read(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Worksheet sheet =
        sheets
            .find(id)
            .map(read -> read.state() instanceof Worksheet it ? it : Worksheet.EMPTY)
            .orElse(Worksheet.EMPTY);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", id);
    json.put("exercise", seen.exercise());
    json.put("notes", sheet.notes().reversed().stream().map(HttpWork::note).toList());
    json.put("items", items(sheet, seen));
    json.put(
        "checklist",
        sheet.items().stream()
            .filter(WorkItem::isOfChecklist)
            .map(item -> HttpWork.check(item, checks))
            .toList());
    json.put("owners", HttpWork.owners(sheet, standing(seen)));
    return json;
  }

  private static List<Map<String, Object>> items(Worksheet sheet, LookAtCase.Seen seen) {
    return sheet.items().reversed().stream()
        .filter(item -> !item.isOfChecklist() && !item.isHiddenFrom(seen.person())) // upholds 6
        .map(HttpWork::item)
        .toList();
  }

  @PostMapping(path = CASE + "/notes", consumes = JSON)
  Map<String, Object> note(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    String text = fields.requiredLines("text", NOTE);
    fields.check();
    var note = new Note(UUID.randomUUID().toString(), text, caller.person(), clock.instant());
    return changed(seen, command, new WorkCommand.Write(note));
  }

  @PostMapping(path = CASE + "/actions", consumes = JSON)
  Map<String, Object> action(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    String what = fields.requiredLines("what", WHAT);
    return set(seen, fields, WorkItem.Kind.NEXT_ACTION, what, command);
  }

  @PostMapping(path = CASE + "/call-backs", consumes = JSON)
  Map<String, Object> callBack(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    String whom = fields.requiredText("whom", WHAT);
    return set(seen, fields, WorkItem.Kind.CALL_BACK, whom, command);
  }

  @PostMapping(path = CASE + "/aftercare", consumes = JSON)
  Map<String, Object> aftercare(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    String what = fields.requiredLines("what", WHAT);
    return set(seen, fields, WorkItem.Kind.AFTERCARE, what, command);
  }

  /** Aftercare goes on; somebody looks again on that date. */
  @PostMapping(path = CASE + "/work/{item}/next", consumes = JSON)
  Map<String, Object> next(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    Instant due = due(fields, clock.instant());
    fields.check();
    return changed(seen, command, new WorkCommand.NextDate(item, due));
  }

  private Map<String, Object> set(
      LookAtCase.Seen seen,
      Fields fields,
      WorkItem.Kind kind,
      String what,
      RequestCommand command) {
    Instant now = clock.instant();
    boolean isCallBack = kind == WorkItem.Kind.CALL_BACK;
    String number = isCallBack ? fields.text("number", NUMBER) : null;
    String mustNotLearn = isCallBack ? fields.lines("mustNotLearn", WHAT) : null;
    Instant due = due(fields, now);
    String owner = owner(fields, seen);
    fields.check();
    var item =
        new WorkItem(
            UUID.randomUUID().toString(),
            kind,
            what,
            number,
            mustNotLearn,
            due,
            owner,
            seen.person(),
            now,
            null,
            null);
    return changed(seen, command, new WorkCommand.SetItem(item));
  }

  private static Instant due(Fields fields, Instant now) {
    Instant due = fields.requiredInstant("due").truncatedTo(ChronoUnit.MILLIS);
    if (fields.has("due") && due.isBefore(now.minus(BEFORE))) {
      fields.wrong("due", "too-long-ago");
    } else if (due.isAfter(now.plus(AHEAD))) {
      fields.wrong("due", "too-far-ahead");
    }
    return due;
  }

  @PostMapping(path = CASE + "/work/{item}/done", consumes = JSON)
  Map<String, Object> done(
      @PathVariable String id,
      @PathVariable String item,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    WorkItem.How how = fields.requiredCode("how", EnumSet.allOf(WorkItem.How.class));
    String reason = how == WorkItem.How.NOT_NEEDED ? fields.requiredLines("reason", WHAT) : null;
    fields.check();
    return changed(
        seen,
        command,
        new WorkCommand.Finish(item, how, caller.person(), reason, then(id, item, how)));
  }

  /** Begins nothing after an item that is not needed. */
  private List<WorkItem> then(String caseId, String item, WorkItem.How how) {
    Instant now = clock.instant();
    return sheets
        .find(caseId)
        .flatMap(read -> read.state() instanceof Worksheet sheet ? sheet.item(item) : empty())
        .flatMap(found -> Optional.ofNullable(found.check()))
        .filter(_ -> how == WorkItem.How.DONE)
        .map(
            check ->
                checks.after(check.code(), now).stream()
                    .map(
                        next ->
                            WorkItem.check(
                                UUID.randomUUID().toString(),
                                new WorkItem.Check(next.code(), check.child()),
                                next.due(),
                                null,
                                Checklist.BY,
                                now))
                    .toList())
        .orElse(List.of());
  }

  private static Optional<WorkItem> empty() {
    return Optional.empty();
  }

  /** A work item, or a task that the case has set: somebody takes it, or hands it on. */
  @PostMapping(path = CASE + "/tasks/{task}/owner", consumes = JSON)
  Map<String, Object> hand(
      @PathVariable String id,
      @PathVariable String task,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Fields fields = Fields.of(body);
    String owner = owner(fields, seen);
    fields.check();
    WorkCommand wish =
        LookAtCase.isId(task)
            ? new WorkCommand.HandItem(task, owner)
            : new WorkCommand.HandTask(task, owner, standing(seen));
    return changed(seen, command, wish);
  }

  private static Set<String> standing(LookAtCase.Seen seen) {
    return seen.tasks().stream().map(Task::id).collect(Collectors.toSet());
  }

  private LookAtCase.Seen look(String id, Caller caller) {
    return HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
  }

  /** Nobody gets work of a case that is kept from this person. */
  private static @Nullable String owner(Fields fields, LookAtCase.Seen seen) {
    String owner = fields.text("owner", PERSON);
    if (owner != null && seen.isKeptFrom(owner)) {
      fields.wrong("owner", "kept-from");
    }
    return owner;
  }

  private Map<String, Object> changed(
      LookAtCase.Seen seen, RequestCommand command, WorkCommand wish) {
    try {
      return HttpWork.done(changeSheet.change(seen, Commands.of(command), wish), seen.id());
    } catch (StoreFailure.TooLarge full) {
      throw WorkProblem.WORKSHEET_FULL.exception();
    }
  }
}
