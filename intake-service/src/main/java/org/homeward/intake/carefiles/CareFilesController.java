package org.homeward.intake.carefiles;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.homeward.intake.screening.Indicators;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Care files are opened, listed and read. */
@RestController
class CareFilesController {

  private final LookAtCareFile lookAtCareFile;
  private final ViewCareFiles viewCareFiles;
  private final ChangeCareFile changeCareFile;
  private final LookAtCase lookAtCase;
  private final KnowStaff knowStaff;
  private final Indicators indicators;
  private final Clock clock;

  CareFilesController(
      LookAtCareFile lookAtCareFile,
      ViewCareFiles viewCareFiles,
      ChangeCareFile changeCareFile,
      LookAtCase lookAtCase,
      KnowStaff knowStaff,
      Indicators indicators,
      Clock clock) {
    this.lookAtCareFile = lookAtCareFile;
    this.viewCareFiles = viewCareFiles;
    this.changeCareFile = changeCareFile;
    this.lookAtCase = lookAtCase;
    this.knowStaff = knowStaff;
    this.indicators = indicators;
    this.clock = clock;
  }

  /** Whoever opens it is a member, beside those whom she names. */
  @PostMapping(path = HttpCareFiles.FILES, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> open(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    boolean exercise = fields.requiredBoolean("exercise");
    Fields about = fields.inner("about");
    About whom = CareFileBody.about(about);
    about.noOthers();
    Set<String> members = new TreeSet<>(CareFileBody.members(fields, confidants()));
    members.add(caller.person());
    Set<String> notTo = CareFileBody.notTo(fields);
    CareFileBody.demandReaders(fields, members, notTo);
    fields.check();
    // A member keeps it from anybody; that somebody watches over it stays.
    knowStaff
        .against(Set.of(), notTo, true)
        .ifPresent(
            objection -> {
              throw HttpAnswers.refusal(objection); // upholds 6
            });
    CareFile file =
        CareFile.opened(exercise, whom, members, notTo, caller.person(), clock.instant());
    return switch (changeCareFile.open(file, Commands.of(command))) {
      case WriteOutcome.Written<KeptCareFile, Boolean>(var now, var _) -> HttpCareFiles.opened(now);
      case WriteOutcome.Repeated<KeptCareFile, Boolean>(var now, var _) -> {
        LookAtCareFile.SeenFile _ =
            lookAtCareFile
                .asMember(now.id(), caller)
                .orElseThrow(FaceProblem.NOT_FOUND::exception); // upholds 6
        yield HttpCareFiles.opened(now);
      }
      case WriteOutcome.KeyReused<KeptCareFile, Boolean>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private Set<String> confidants() {
    return knowStaff.now().ever().getOrDefault(Role.CONFIDANT, Set.of());
  }

  /** A page for the reader; or the files of one case, as far as she may open both. */
  @GetMapping(HttpCareFiles.FILES)
  Map<String, Object> list(
      @RequestParam(name = "case", defaultValue = "") String ofCase,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    Instant now = clock.instant();
    if (!ofCase.isEmpty()) {
      LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(ofCase, Viewer.of(caller)));
      return Map.of(
          "careFiles",
          viewCareFiles.of(seen, caller).stream()
              .map(each -> HttpCareFiles.line(each, true, now))
              .toList());
    }
    ListWalk walk = after.isEmpty() ? ViewCareFiles.TOP : further(after);
    ListPage<KeptCareFile> page = viewCareFiles.page(walk, most, caller);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "careFiles",
        page.documents().stream()
            .map(each -> HttpCareFiles.line(each, viewCareFiles.mayOpen(each, caller), now))
            .toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk further(String after) {
    return ListWalk.of(after)
        .filter(walk -> walk.order() == ViewCareFiles.TOP.order())
        .filter(walk -> walk.value().equals(ViewCareFiles.TOP.value()))
        .orElseThrow(
            () -> FaceProblem.INVALID.problem().error("/after", "unknown-place").exception());
  }

  @GetMapping(HttpCareFiles.FILES + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    LookAtCareFile.SeenFile seen =
        lookAtCareFile.at(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok()
        .eTag(ETags.of(seen.version()))
        .body(
            HttpCareFiles.whole(
                seen, viewCareFiles.links(seen, caller), indicators, clock.instant()));
  }
}
