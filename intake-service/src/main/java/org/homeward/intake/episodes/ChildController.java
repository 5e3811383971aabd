package org.homeward.intake.episodes;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.oversight.CountLooks;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A child over episodes: read, linked with the same child of another case, told apart again. */
@RestController
class ChildController {

  static final String CHILD = "/api/v1/cases/{id}/children/{child}";
  static final String LINKS = CHILD + "/links";
  static final String UNDO = LINKS + "/{link}/undo";

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final LookAtCase lookAtCase;
  private final ViewChild viewChild;
  private final ChangeLink changeLink;
  private final CountLooks countLooks;

  ChildController(
      LookAtCase lookAtCase, ViewChild viewChild, ChangeLink changeLink, CountLooks countLooks) {
    this.lookAtCase = lookAtCase;
    this.viewChild = viewChild;
    this.changeLink = changeLink;
    this.countLooks = countLooks;
  }

  @GetMapping(CHILD)
  Map<String, Object> read(@PathVariable String id, @PathVariable String child, Caller caller) {
    Viewer viewer = Viewer.of(caller);
    ChildView view = viewChild.of(about(id, child, viewer), child, viewer);
    countLooks.opened(caller.person(), id);
    return HttpChild.of(view);
  }

  @PostMapping(path = LINKS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> link(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    Viewer viewer = Viewer.of(caller);
    LookAtCase.Seen seen = about(id, child, viewer);
    Fields fields = Fields.of(body);
    String otherCase = fields.requiredText("case", ID);
    String otherChild = fields.requiredText("child", ID);
    LinkReason reason = fields.requiredCode("reason", LinkReason.LINKING);
    fields.check();
    LookAtCase.Seen other = about(otherCase, otherChild, viewer);
    if (seen.exercise() != other.exercise()) throw mixed(); // upholds 9
    var one = new EpisodeOf(id, child);
    if (!Pair.isPossible(one, new EpisodeOf(otherCase, otherChild))) {
      throw FaceProblem.INVALID.problem().error("/case", "same-case").exception();
    }
    SeenPair pair = SeenPair.of(seen, child, other, otherChild);
    return HttpChild.linked(changeLink.link(pair, Commands.of(command), reason, viewer));
  }

  @PostMapping(path = UNDO, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> undo(
      @PathVariable String id,
      @PathVariable String child,
      @PathVariable String link,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    Viewer viewer = Viewer.of(caller);
    LookAtCase.Seen seen = about(id, child, viewer);
    SeenLink found = found(seen, child, link, viewer);
    Fields fields = Fields.of(body);
    LinkReason reason = fields.requiredCode("reason", LinkReason.UNLINKING);
    fields.check();
    return read.first(
        (OptionalLong version) ->
            HttpChild.unlinked(
                changeLink.unlink(found, version, Commands.of(command), reason, viewer)));
  }

  private static ProblemException mixed() {
    return HttpAnswers.refusal(
        new CaseDecision.Refused(CaseDecision.Refusal.EXERCISE_AND_REAL, Set.of()));
  }

  /** The case as the person has looked at it, if it is about this child. */
  private LookAtCase.Seen about(String id, String child, Viewer viewer) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, viewer));
    if (seen.isErased()) throw HttpChild.erased(); // upholds 7
    if (!seen.isAbout(child)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return seen;
  }

  /** A link to a case that is kept from the person leaves the same behind it as none. */
  private SeenLink found(LookAtCase.Seen seen, String child, String link, Viewer viewer) {
    if (!LookAtCase.isId(link)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    var here = new EpisodeOf(seen.id(), child);
    Optional<Link> found =
        changeLink
            .find(link)
            .filter(each -> each.isOf(here))
            .filter(each -> !each.isKeptFrom(viewer.person())); // upholds 6
    String other = found.map(each -> each.besides(here).caseId()).orElse(link);
    LookAtCase.Seen seenOther = HttpAnswers.found(lookAtCase.at(other, viewer));
    if (found.isEmpty()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return new SeenLink(link, seen, seenOther);
  }
}
