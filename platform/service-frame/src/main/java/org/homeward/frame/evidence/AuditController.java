package org.homeward.frame.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.Log;
import org.homeward.face.access.Caller;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.PageLimit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit trail of this service, as the data-protection officer reads it. */
@RestController
final class AuditController {

  /** Of cases, persons, desks and partners; message-schema calls it {@code Opaque}. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final ReadAudit readAudit;
  private final Log audit;

  AuditController(ReadAudit readAudit, Log audit) {
    this.readAudit = readAudit;
    this.audit = audit;
  }

  @GetMapping("/api/v1/audit/${spring.application.name}")
  Map<String, Object> read(
      @RequestParam(name = "case", required = false) Optional<String> caseId,
      @RequestParam(name = "person", required = false) Optional<String> person,
      @RequestParam(name = "after", required = false) Optional<String> after,
      @RequestParam(name = "limit", defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller,
      HttpServletRequest request) {
    if (caseId.isPresent() == person.isPresent()) {
      throw refused("/case", "case-or-person");
    }
    caseId.ifPresent(id -> id("/case", id));
    person.ifPresent(id -> id("/person", id));
    var part = new ReadAudit.Part(after.map(text -> below(text, request)), PageLimit.of(limit));
    ReadAudit.Page page =
        caseId
            .map(id -> readAudit.ofCase(caller.person(), id, part))
            .orElseGet(() -> readAudit.byPerson(caller.person(), person.orElseThrow(), part));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("looks", page.looks().stream().map(AuditController::json).toList());
    page.next().ifPresent(n -> answer.put("next", new Cursor(audit.epoch(), n).toString()));
    return answer;
  }

  private static void id(String pointer, String text) {
    if (!ID.matcher(text).matches()) {
      throw refused(pointer, "not-an-id");
    }
  }

  private static RuntimeException refused(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }

  private long below(String after, HttpServletRequest request) {
    Cursor place = Cursor.parse(after).orElseThrow(() -> refused("/after", "unknown-place"));
    if (!place.epoch().equals(audit.epoch()) || place.n() > audit.head().n()) {
      throw FaceProblem.CURSOR_GONE.problem().with("resync", beginning(request)).exception();
    }
    return place.n();
  }

  private static String beginning(HttpServletRequest request) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam("after")
        .build()
        .toUriString();
  }

  private static Map<String, Object> json(RecordedLook look) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", look.n());
    json.put("verb", look.verb());
    json.put("subjects", look.subjects());
    json.put("role", look.role());
    json.put("reader", look.reader());
    json.put("desk", look.desk());
    json.put("purpose", look.purpose());
    json.put("basis", look.basis());
    json.put("outcome", look.outcome());
    json.put("at", look.at());
    json.put("waited", look.waited() ? true : null);
    json.values().removeIf(each -> each == null);
    return json;
  }
}
