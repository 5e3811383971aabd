package org.homeward.intake.carefiles;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.carefiles.KeptCareLink.CareLink;
import org.homeward.intake.screening.HttpScreening;
import org.homeward.intake.screening.Indicators;
import org.homeward.intake.screening.Screening;
import org.springframework.http.ResponseEntity;

/** Maps care files to JSON. */
final class HttpCareFiles {

  static final String FILES = "/api/v1/care-files";

  private HttpCareFiles() {}

  /**
   * A line of a list.
   *
   * @param open whether the reader may open it; others see that it is there, and whom to call
   */
  static Map<String, Object> line(Guarded<KeptCareFile> found, boolean open, Instant now) {
    CareFile file = (CareFile) found.state();
    Map<String, Object> json = head(found.id(), file, now);
    json.put("open", open);
    if (open) {
      json.put("age", file.about().age());
      json.put("name", file.about().name());
      json.put("finding", file.newest().map(Screening::finding).orElse(null));
      json.put("forms", file.newest().map(Screening::forms).orElse(List.of()));
      json.put("openings", file.openings().size());
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> head(String id, CareFile file, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("careFile", id);
    json.put("exercise", file.exercise());
    json.put("openedBy", file.openedBy());
    json.put("openedAt", file.openedAt().toString());
    json.put("members", file.members().stream().sorted().toList());
    EraseWord word = file.toEraseAt(now).orElse(null);
    if (word != null) {
      json.put(
          "toErase",
          Map.of(
              "by", word.by(),
              "officer", word.officer(),
              "reason", word.reason(),
              "at", word.at().toString()));
    }
    return json;
  }

  /** All of it, for whoever may open it. */
  static Map<String, Object> whole(
      LookAtCareFile.SeenFile seen, List<CareLink> links, Indicators indicators, Instant now) {
    CareFile file = seen.file();
    Map<String, Object> json = head(seen.id(), file, now);
    json.put("version", seen.version());
    json.put("mine", seen.isMember());
    json.put("notTo", file.notTo().stream().sorted().toList());
    json.put("about", about(file.about()));
    List<Map<String, Object>> screenings = new ArrayList<>();
    for (Screening each : file.screenings().reversed()) {
      screenings.add(HttpScreening.screening(each, indicators));
    }
    json.put("screenings", screenings);
    json.put("consents", file.consents().reversed().stream().map(HttpCareFiles::consent).toList());
    json.put("passedOn", file.passedOn().reversed().stream().map(HttpCareFiles::passedOn).toList());
    json.put("openings", file.openings().reversed().stream().map(HttpCareFiles::opening).toList());
    json.put("links", links.stream().map(HttpCareFiles::link).toList());
    return json;
  }

  private static Map<String, Object> about(About about) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("age", about.age());
    json.put("name", about.name());
    json.put("bornIn", about.bornIn());
    json.put("language", about.language());
    json.put("contact", about.contact());
    json.put("words", about.words());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> consent(Consent consent) {
    return Map.of(
        "to",
        consent.to().stream().sorted().toList(),
        "how",
        consent.how(),
        "by",
        consent.by(),
        "at",
        consent.at().toString());
  }

  private static Map<String, Object> passedOn(PassedOn told) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("to", told.to());
    json.put("name", told.name());
    json.put("what", told.what());
    json.put("ground", told.ground());
    json.put("reason", told.reason());
    json.put("age", told.age());
    json.put("by", told.by());
    json.put("at", told.at().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> opening(Opening opening) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", opening.by());
    json.put("code", opening.code());
    json.put("words", opening.words());
    json.put("at", opening.at().toString());
    json.put("until", opening.until().toString());
    json.put("seenBy", opening.seenBy());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> link(CareLink link) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", link.caseId());
    json.put("child", link.child());
    json.put("by", link.by());
    json.put("at", link.at().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static ResponseEntity<Map<String, Object>> opened(Guarded<KeptCareFile> now) {
    return ResponseEntity.created(URI.create(FILES + "/" + now.id()))
        .eTag(ETags.of(now.version()))
        .body(Map.of("careFile", now.id()));
  }

  static ResponseEntity<Map<String, Object>> done(Guarded<KeptCareFile> now) {
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(Map.of("careFile", now.id(), "erased", now.state() instanceof GoneCareFile));
  }

  /** 200, whether there was something to do or not. */
  static Map<String, Object> linked(
      WriteOutcome.OfPuttingOnce<KeptCareLink, Boolean> outcome, String file) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptCareLink, Boolean> _,
          WriteOutcome.Repeated<KeptCareLink, Boolean> _,
          WriteOutcome.Kept<KeptCareLink, Boolean> _,
          WriteOutcome.NotMade<KeptCareLink, Boolean> _ ->
          Map.of("careFile", file);
      case WriteOutcome.KeyReused<KeptCareLink, Boolean>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  static Optional<ProblemException> refusal(CareFileDecision decision) {
    return decision instanceof CareFileDecision.Refused(var why)
        ? Optional.of(refusal(why))
        : Optional.empty();
  }

  private static ProblemException refusal(CareFileDecision.Refusal why) {
    return switch (why) {
      case NO_SUCH_FILE -> FaceProblem.NOT_FOUND.exception();
      case AGE_CHANGED -> FaceProblem.PRECONDITION_FAILED.exception();
      case CONSENT_MISSING -> CareFileProblem.CONSENT_MISSING.exception();
      case NO_GROUND ->
          FaceProblem.INVALID.problem().error("/ground", "not-at-this-age").exception();
      case CHILD_ASKED -> FaceProblem.INVALID.problem().error("/to", "not-at-this-age").exception();
      case FILE_FULL -> CareFileProblem.FILE_FULL.exception();
    };
  }
}
