package org.homeward.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.Violation;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Outcomes;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.imports.rows.FileFormat;
import org.homeward.intake.imports.rows.RowFault;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of other systems are uploaded, looked at, taken and reviewed. */
@RestController
class ImportsController {

  private static final String IMPORTS = "/api/v1/imports";
  private static final String IMPORT = IMPORTS + "/{id}";
  private static final String CSV = "text/csv";
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final int MOST_ERRORS = 100;

  private final KeepImport keepImport;
  private final ChangeImport changeImport;
  private final ViewImports viewImports;

  ImportsController(KeepImport keepImport, ChangeImport changeImport, ViewImports viewImports) {
    this.keepImport = keepImport;
    this.changeImport = changeImport;
    this.viewImports = viewImports;
  }

  /** The bytes of the file and nothing else. */
  @PostMapping(path = IMPORTS, consumes = CSV)
  ResponseEntity<Map<String, Object>> table(
      @RequestParam(defaultValue = "") String exercise,
      @RequestParam(defaultValue = "") String source,
      InputStream file,
      RequestCommand command,
      Caller caller)
      throws IOException {
    boolean ofExercise = exercise(exercise);
    if (!SOURCE.matcher(source).matches()) {
      throw wrong("/source", source.isEmpty() ? "required" : "wrong-form");
    }
    return kept(
        new KeepImport.As(ofExercise, FileFormat.CSV, source, caller.person()), file, command);
  }

  /** PFIF 1.4, alone or in a feed; its records name their source themselves. */
  @PostMapping(
      path = IMPORTS,
      consumes = {
        MediaType.APPLICATION_XML_VALUE,
        MediaType.APPLICATION_ATOM_XML_VALUE,
        MediaType.APPLICATION_RSS_XML_VALUE
      })
  ResponseEntity<Map<String, Object>> pfif(
      @RequestParam(defaultValue = "") String exercise,
      InputStream file,
      RequestCommand command,
      Caller caller)
      throws IOException {
    boolean ofExercise = exercise(exercise);
    return kept(
        new KeepImport.As(ofExercise, FileFormat.PFIF, "pfif", caller.person()), file, command);
  }

  private static boolean exercise(String exercise) {
    return switch (exercise) {
      case "true" -> true;
      case "false" -> false;
      case "" -> throw wrong("/exercise", "required"); // upholds 9
      default -> throw wrong("/exercise", "wrong-type");
    };
  }

  private ResponseEntity<Map<String, Object>> kept(
      KeepImport.As as, InputStream file, RequestCommand command) throws IOException {
    return switch (keepImport.keep(as, file.readAllBytes(), Commands.of(command))) {
      case KeepImport.Kept.Taken(var now) ->
          ResponseEntity.created(URI.create(IMPORTS + "/" + now.id()))
              .eTag(ETags.of(now.version()))
              .body(json(now, true));
      case KeepImport.Kept.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case KeepImport.Kept.Unreadable(String rule) -> throw wrong("", rule);
      case KeepImport.Kept.Refused(RowCounts rows) -> throw refused(rows);
    };
  }

  private static ProblemException refused(RowCounts rows) {
    Problem problem = FaceProblem.INVALID.problem();
    return problem
        .errors(
            rows.left().stream()
                .flatMap(row -> row.faults().stream().map(fault -> inFile(row.row(), fault)))
                .limit(MOST_ERRORS)
                .toList())
        .exception();
  }

  private static Violation inFile(int row, RowFault fault) {
    return new Violation("/rows/" + row + fault.pointer().replace('_', '-'), fault.rule());
  }

  private static ProblemException wrong(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }

  @GetMapping(IMPORTS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit) {
    ListWalk walk = after.isEmpty() ? ViewImports.TOP : further(after);
    ListPage<KeptImport> page = viewImports.page(walk, PageLimit.of(limit));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "imports",
        page.documents().stream()
            .filter(each -> each.state() instanceof Import)
            .map(each -> json(each, false))
            .toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewImports.TOP.order())
        .filter(walk -> walk.value().equals(ViewImports.TOP.value()))
        .orElseThrow(() -> wrong("/after", "unknown-place"));
  }

  @GetMapping(IMPORT)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    Guarded<KeptImport> found =
        viewImports.one(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok().eTag(ETags.of(found.version())).body(json(found, true));
  }

  @PostMapping(IMPORT + "/take")
  ResponseEntity<Map<String, Object>> take(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id, read, command, new ImportCommand.Take(caller.person()), caller);
  }

  @PostMapping(IMPORT + "/review")
  ResponseEntity<Map<String, Object>> review(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id, read, command, new ImportCommand.Review(caller.person()), caller);
  }

  @PostMapping(IMPORT + "/discard")
  ResponseEntity<Map<String, Object>> discard(
      @PathVariable String id, IfMatch read, RequestCommand command, Caller caller) {
    return changed(id, read, command, new ImportCommand.Discard(), caller);
  }

  private ResponseEntity<Map<String, Object>> changed(
      String id, IfMatch read, RequestCommand command, ImportCommand wish, Caller caller) {
    return read.first(
        version -> {
          Guarded<KeptImport> now =
              Outcomes.now(
                  changeImport.change(id, version, Commands.of(command), wish, caller.person()),
                  ImportsController::refusal);
          return ResponseEntity.ok()
              .eTag(ETags.of(now.version()))
              .body(Map.<String, Object>of("import", now.id()));
        });
  }

  private static Optional<ProblemException> refusal(ImportDecision decision) {
    return decision instanceof ImportDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  private static ProblemException refusal(ImportDecision.Refusal why) {
    return switch (why) {
      case NO_SUCH_IMPORT -> FaceProblem.NOT_FOUND.exception();
      case IMPORT_TAKEN -> ImportProblem.IMPORT_TAKEN.exception();
      case IMPORT_NOT_TAKEN -> ImportProblem.IMPORT_NOT_TAKEN.exception();
      case ANOTHER_PERSON_NEEDED ->
          HttpAnswers.refusal(
              new CaseDecision.Refused(CaseDecision.Refusal.ANOTHER_PERSON_NEEDED, Set.of()));
    };
  }

  private Map<String, Object> json(Guarded<KeptImport> read, boolean withRows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("import", read.id());
    if (!(read.state() instanceof Import live)) {
      return json; // a repetition of an upload whose import is gone
    }
    json.put("version", read.version());
    json.put("exercise", live.exercise());
    json.put("format", live.format());
    json.put("source", live.source());
    json.put("by", live.by());
    json.put("at", live.at().toString());
    json.put("stage", live.stage());
    json.put("overdue", viewImports.isOverdue(live));
    Import.Taking taking = live.taking();
    RowCounts rows = taking == null ? live.found() : taking.so();
    json.put("rows", counts(rows));
    if (taking != null) {
      json.put("takenBy", taking.by());
      json.put("upTo", taking.upTo());
      if (taking.doneAt() != null) json.put("doneAt", taking.doneAt().toString());
      if (taking.reviewed() != null) json.put("reviewedBy", taking.reviewed().by());
    }
    if (withRows) {
      json.put("left", rows.left().stream().map(ImportsController::row).toList());
    }
    return json;
  }

  private static Map<String, Object> counts(RowCounts rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("all", rows.rows());
    json.put("taken", rows.taken());
    json.put("known", rows.known());
    json.put("asked", rows.asked());
    json.put("refused", rows.refused());
    json.put("deletions", rows.deletions());
    return json;
  }

  private static Map<String, Object> row(LeftRow left) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("row", left.row());
    json.put("outcome", left.isAsked() ? "ASKED" : "REFUSED");
    List<Map<String, Object>> why = new ArrayList<>();
    left.questions()
        .forEach(
            each ->
                why.add(
                    Map.of(
                        "pointer",
                        each.pointer(),
                        "rule",
                        each.rule(),
                        "choices",
                        each.choices())));
    left.faults().forEach(each -> why.add(Map.of("pointer", each.pointer(), "rule", each.rule())));
    json.put("why", why);
    return json;
  }
}
