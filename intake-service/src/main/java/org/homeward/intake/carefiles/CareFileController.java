package org.homeward.intake.carefiles;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.screening.Indicators;
import org.homeward.intake.screening.ScreeningBody;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Members write in a care file; supervisors break its glass; it takes two to erase it. */
@RestController
class CareFileController {

  static final String FILE = HttpCareFiles.FILES + "/{id}";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final Set<EraseReason> REASONS_TO_ERASE =
      EnumSet.of(
          EraseReason.SUBJECT_REQUEST, EraseReason.OPENED_BY_MISTAKE, EraseReason.COURT_ORDER);

  private final LookAtCareFile lookAtCareFile;
  private final ChangeCareFile changeCareFile;
  private final KnowStaff knowStaff;
  private final Indicators indicators;

  CareFileController(
      LookAtCareFile lookAtCareFile,
      ChangeCareFile changeCareFile,
      KnowStaff knowStaff,
      Indicators indicators) {
    this.lookAtCareFile = lookAtCareFile;
    this.changeCareFile = changeCareFile;
    this.knowStaff = knowStaff;
    this.indicators = indicators;
  }

  @PostMapping(path = FILE + "/about", consumes = JSON)
  ResponseEntity<Map<String, Object>> write(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    return asMember(
        id,
        body,
        read,
        command,
        caller,
        (seen, fields) -> new CareFileCommand.Write(CareFileBody.about(fields)));
  }

  @PostMapping(path = FILE + "/access", consumes = JSON)
  ResponseEntity<Map<String, Object>> share(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    return asMember(id, body, read, command, caller, this::share);
  }

  private CareFileCommand share(LookAtCareFile.SeenFile seen, Fields fields) {
    Set<String> confidants = new HashSet<>(seen.file().members());
    confidants.addAll(knowStaff.now().ever().getOrDefault(Role.CONFIDANT, Set.of()));
    Set<String> members = CareFileBody.members(fields, confidants);
    Set<String> notTo = CareFileBody.notTo(fields);
    Set<String> all = new HashSet<>(seen.file().notTo());
    all.addAll(notTo);
    CareFileBody.demandReaders(fields, members, all);
    fields.check();
    // A member keeps it from anybody; that somebody watches over it stays.
    knowStaff
        .against(seen.file().notTo(), notTo, true)
        .ifPresent(
            objection -> {
              throw HttpAnswers.refusal(objection); // upholds 6
            });
    return new CareFileCommand.Share(members, notTo);
  }

  @PostMapping(path = FILE + "/screenings", consumes = JSON)
  ResponseEntity<Map<String, Object>> screen(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    return asMember(
        id,
        body,
        read,
        command,
        caller,
        (seen, fields) ->
            new CareFileCommand.Screen(
                ScreeningBody.decided(fields, indicators, seen.file().about().age()),
                seen.person()));
  }

  @PostMapping(path = FILE + "/consents", consumes = JSON)
  ResponseEntity<Map<String, Object>> agree(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    return asMember(
        id,
        body,
        read,
        command,
        caller,
        (seen, fields) -> CareFileBody.consent(fields, seen.person()));
  }

  @PostMapping(path = FILE + "/passed-on", consumes = JSON)
  ResponseEntity<Map<String, Object>> passOn(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    return asMember(
        id,
        body,
        read,
        command,
        caller,
        (seen, fields) -> CareFileBody.passedOn(fields, seen.person()));
  }

  /** Reading opens for an hour, the officer has a task, and the members read who it was. */
  @PostMapping(path = FILE + "/break-glass", consumes = JSON)
  ResponseEntity<Map<String, Object>> breakGlass(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.closed(id, caller));
    Fields fields = Fields.of(body);
    CareFileCommand.BreakGlass wish = CareFileBody.glass(fields, seen.person());
    fields.check();
    return HttpCareFiles.done(
        Outcomes.now(
            changeCareFile.change(seen, OptionalLong.empty(), Commands.of(command), wish),
            HttpCareFiles::refusal));
  }

  /** The first word waits; the second, of a member and of the officer, erases. */
  @PostMapping(path = FILE + "/erase", consumes = JSON)
  ResponseEntity<Map<String, Object>> erase(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.toErase(id, caller));
    Fields fields = Fields.of(body);
    EraseReason reason = fields.requiredCode("reason", REASONS_TO_ERASE);
    fields.check();
    var wish = new CareFileCommand.Erase(reason, seen.person(), !seen.isMember());
    return HttpCareFiles.done(
        Outcomes.now(
            changeCareFile.change(seen, OptionalLong.empty(), Commands.of(command), wish),
            HttpCareFiles::refusal));
  }

  private ResponseEntity<Map<String, Object>> asMember(
      String id,
      byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller,
      BiFunction<LookAtCareFile.SeenFile, Fields, CareFileCommand> wish) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Fields fields = Fields.of(body);
    CareFileCommand wished = wish.apply(seen, fields);
    fields.check();
    return read.first(
        version ->
            HttpCareFiles.done(
                Outcomes.now(
                    changeCareFile.change(seen, version, Commands.of(command), wished),
                    HttpCareFiles::refusal)));
  }

  private static LookAtCareFile.SeenFile found(Optional<LookAtCareFile.SeenFile> looked) {
    return looked.orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
