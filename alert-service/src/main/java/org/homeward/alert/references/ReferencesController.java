package org.homeward.alert.references;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.schema.disclosure.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person who may see the case learns which one a short code is about. */
@RestController
class ReferencesController {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{2,8}-[A-Za-z0-9]{4,13}");

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final List<CaseOfCode> sorts;
  private final CodeOfCase codeOfNotice;
  private final SeeCase seeCase;

  ReferencesController(List<CaseOfCode> sorts, CodeOfCase codeOfNotice, SeeCase seeCase) {
    this.sorts = List.copyOf(sorts);
    this.codeOfNotice = codeOfNotice;
    this.seeCase = seeCase;
  }

  /** Says by which code police speak of a case. */
  @GetMapping("/api/v1/references/{case}")
  Map<String, Object> codes(@PathVariable("case") String id, Caller caller) {
    if (!ID.matcher(id).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    SeenCase seen = seeCase.see(id, viewer(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return codeOfNotice
        .of(seen)
        .<Map<String, Object>>map(c -> Map.of("notice", c))
        .orElse(Map.of());
  }

  @PostMapping(path = "/api/v1/references", consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("it changes nothing; each look is recorded")
  Map<String, Object> find(@RequestBody byte[] body, Caller caller) {
    Fields fields = Fields.of(body);
    String given = fields.requiredText("code", CODE);
    fields.check();
    String code = given.toUpperCase(Locale.ROOT);
    List<Optional<String>> all = sorts.stream().map(each -> each.find(code)).toList();
    @Nullable String found = all.stream().flatMap(Optional::stream).findFirst().orElse(null);
    SeenCase seen =
        seeCase
            .seeCaseOf(UUID.randomUUID().toString(), found, viewer(caller))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return Map.of("case", seen.caseId());
  }

  private static CaseViewer viewer(Caller caller) {
    return CaseViewer.of(caller, Purpose.CASE_WORK, Role.OPERATOR, Role.SUPERVISOR, Role.CONFIDANT);
  }
}
