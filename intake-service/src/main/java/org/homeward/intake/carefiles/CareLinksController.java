package org.homeward.intake.carefiles;

import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A member who sees both says that a care file and a case are about one person, or are not. */
@RestController
class CareLinksController {

  private static final int ID = 64;

  private final LookAtCareFile lookAtCareFile;
  private final LookAtCase lookAtCase;
  private final CareLinks links;

  CareLinksController(LookAtCareFile lookAtCareFile, LookAtCase lookAtCase, CareLinks links) {
    this.lookAtCareFile = lookAtCareFile;
    this.lookAtCase = lookAtCase;
    this.links = links;
  }

  @PostMapping(
      path = CareFileController.FILE + "/links",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> link(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile file = file(id, caller);
    Fields fields = Fields.of(body);
    String caseId = fields.requiredText("case", ID);
    String child = fields.text("child", ID);
    fields.check();
    LookAtCase.Seen of = HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
    if (of.isErased()) {
      throw refused(CaseDecision.Refusal.CASE_ERASED); // upholds 7
    }
    if (of.exercise() != file.file().exercise()) {
      throw refused(CaseDecision.Refusal.EXERCISE_AND_REAL); // upholds 9
    }
    if (child != null && !of.isAbout(child)) {
      throw FaceProblem.INVALID.problem().error("/child", "unknown-child").exception();
    }
    return HttpCareFiles.linked(links.link(file, of, child, Commands.of(command)), id);
  }

  @PostMapping(
      path = CareFileController.FILE + "/unlink",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> unlink(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile file = file(id, caller);
    Fields fields = Fields.of(body);
    String caseId = fields.requiredText("case", ID);
    fields.check();
    LookAtCase.Seen of = HttpAnswers.found(lookAtCase.at(caseId, Viewer.of(caller)));
    return HttpCareFiles.linked(links.unlink(file, of, Commands.of(command)), id);
  }

  private LookAtCareFile.SeenFile file(String id, Caller caller) {
    return lookAtCareFile.asMember(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static RuntimeException refused(CaseDecision.Refusal why) {
    return HttpAnswers.refusal(new CaseDecision.Refused(why, Set.of()));
  }
}
