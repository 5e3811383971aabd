package org.homeward.intake.photos;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Map;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.schema.values.Audience;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers of a case, as court orders; people outside the team get none. */
@RestController
class PapersController {

  private static final String PAPERS = "/api/v1/cases/{id}/attachments";
  private static final String PAPER = PAPERS + "/{attachment}";
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int TITLE = 200;

  private final HttpUploads uploads;

  PapersController(HttpUploads uploads) {
    this.uploads = uploads;
  }

  /**
   * The bytes of the paper and nothing else.
   *
   * @param audience a circle that the caller belongs to
   */
  @PostMapping(
      path = PAPERS,
      consumes = {"image/*", MediaType.APPLICATION_PDF_VALUE})
  ResponseEntity<Map<String, Object>> upload(
      @PathVariable String id,
      @RequestParam(defaultValue = "CASE_TEAM") String audience,
      InputStream paper,
      RequestCommand command,
      Caller caller)
      throws IOException {
    LookAtCase.Seen seen = uploads.look(id, caller);
    Audience circle =
        seen.circles().stream()
            .filter(each -> each.name().equals(audience))
            .findFirst()
            .orElseThrow(
                () -> FaceProblem.INVALID.problem().error("/audience", "unknown-code").exception());
    return uploads.upload(seen, new KeepUpload.As.PaperFor(circle), paper, command);
  }

  @GetMapping(PAPERS)
  Map<String, Object> list(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = uploads.lookAtAll(id, caller);
    return Map.of(
        "case",
        id,
        "exercise",
        seen.exercise(),
        "attachments",
        uploads.listed(seen, true, caller).stream()
            .map(each -> uploads.line(each, false))
            .toList());
  }

  /** A PDF is never shown in place: it is saved, and whoever opens it decides with what. */
  @GetMapping(PAPER + "/{part}")
  ResponseEntity<byte[]> read(
      @PathVariable String id,
      @PathVariable String attachment,
      @PathVariable String part,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.paper(id, attachment, caller);
    UploadPart which =
        UploadPart.of(part)
            .filter(each -> each != UploadPart.ORIGINAL) // upholds 6
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    if (seen.found().state() instanceof Paper paper && paper.isPdf() == which.isMade()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return which.isMade()
        ? uploads.picture(seen, which)
        : HttpUploads.unkept(MediaType.APPLICATION_PDF)
            .header("Content-Disposition", saved(attachment))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .body(uploads.read(seen, which));
  }

  private static String saved(String attachment) {
    return ContentDisposition.attachment().filename(attachment + ".pdf").build().toString();
  }

  @PostMapping(PAPER + "/look")
  ResponseEntity<Map<String, Object>> look(
      @PathVariable String id,
      @PathVariable String attachment,
      RequestCommand command,
      Caller caller) {
    return uploads.lookAt(uploads.paper(id, attachment, caller), command, caller);
  }

  @PostMapping(path = PAPER + "/description", consumes = JSON)
  ResponseEntity<Map<String, Object>> describe(
      @PathVariable String id,
      @PathVariable String attachment,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtUpload.SeenUpload seen = uploads.paper(id, attachment, caller);
    Fields fields = Fields.of(body);
    var words =
        new Paper.Words(
            fields.requiredCode("kind", EnumSet.allOf(Paper.Kind.class)),
            fields.requiredText("title", TITLE),
            fields.requiredCode("source", EnumSet.allOf(Paper.Source.class)));
    fields.check();
    var wish = new UploadCommand.DescribePaper(words);
    return read.first(version -> uploads.changed(seen, version, command, wish));
  }

  @PostMapping(PAPER + "/withdraw")
  ResponseEntity<Map<String, Object>> withdraw(
      @PathVariable String id,
      @PathVariable String attachment,
      RequestCommand command,
      Caller caller) {
    return uploads.withdraw(uploads.paperToEnd(id, attachment, caller), command);
  }

  @PostMapping(PAPER + "/lock")
  ResponseEntity<Map<String, Object>> lock(
      @PathVariable String id,
      @PathVariable String attachment,
      RequestCommand command,
      Caller caller) {
    return uploads.lock(uploads.paperToEnd(id, attachment, caller), command, caller);
  }

  @PostMapping(path = PAPER + "/hand-over", consumes = JSON)
  ResponseEntity<Map<String, Object>> handOver(
      @PathVariable String id,
      @PathVariable String attachment,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.handOver(uploads.paper(id, attachment, caller), body, command, caller);
  }

  @PostMapping(path = PAPER + "/collect", consumes = JSON)
  ResponseEntity<byte[]> collect(
      @PathVariable String id,
      @PathVariable String attachment,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.collect(uploads.paper(id, attachment, caller), body, command, caller);
  }

  @PostMapping(path = PAPER + "/destroy", consumes = JSON)
  ResponseEntity<Map<String, Object>> destroy(
      @PathVariable String id,
      @PathVariable String attachment,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    return uploads.destroy(uploads.paper(id, attachment, caller), body, command, caller);
  }
}
