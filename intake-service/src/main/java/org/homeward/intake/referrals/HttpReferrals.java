package org.homeward.intake.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.springframework.http.ResponseEntity;

/** Maps referrals to JSON. */
final class HttpReferrals {

  static final String OF_FILE = "/api/v1/care-files/{id}/referrals";

  private HttpReferrals() {}

  /** A line of a list: nothing of the person. */
  static Map<String, Object> line(ViewReferrals.Known known, Instant now) {
    Referral referral = known.referral();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("referral", known.id());
    json.put("careFile", referral.file());
    json.put("exercise", referral.exercise());
    json.put("reference", referral.sheet().reference());
    json.put("service", referral.sheet().service());
    json.put("provider", referral.provider());
    json.put("name", referral.name());
    json.put("stage", referral.stage());
    json.put("due", referral.due().toString());
    json.put("overdue", referral.isOverdue(now));
    json.put("owner", referral.owner());
    return json;
  }

  /** All of it, with the sheet as the provider gets it. */
  static Map<String, Object> whole(ViewReferrals.Known known, boolean mine, Instant now) {
    Referral referral = known.referral();
    Map<String, Object> json = line(known, now);
    json.put("version", known.version());
    json.put("mine", mine);
    json.put("phone", referral.phone().e164());
    json.put("sheet", sheet(referral.sheet()));
    json.put("allowed", moves(ReferralDecisions.allowed(referral.stage())));
    json.put("choices", ReferralBody.choices(referral.sheet().service()));
    json.put("steps", referral.steps().stream().map(HttpReferrals::step).toList());
    return json;
  }

  /** Exactly what is handed over. */
  private static Map<String, Object> sheet(ReferralSheet sheet) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reference", sheet.reference());
    json.put("service", sheet.service());
    json.put("age", sheet.age());
    json.put("name", sheet.name());
    json.put("bornIn", sheet.bornIn());
    json.put("language", sheet.language());
    json.put("contact", sheet.contact());
    json.put("words", sheet.words());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", step.stage());
    json.put("by", step.by());
    json.put("at", step.at().toString());
    json.put("how", step.how());
    json.put("ground", step.ground());
    json.put("reason", step.reason());
    json.put("note", step.note());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static List<String> moves(Iterable<ReferralDecision.Move> moves) {
    List<String> names = new ArrayList<>();
    moves.forEach(each -> names.add(each.name()));
    return names;
  }

  /** As problems name them. */
  private static List<String> small(Set<ReferralDecision.Move> moves) {
    return moves.stream().sorted().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  static ResponseEntity<Map<String, Object>> done(Guarded<KeptReferral> now) {
    if (!(now.state() instanceof Referral referral)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(Map.of("referral", now.id(), "stage", referral.stage()));
  }

  static Optional<ProblemException> refusal(ReferralDecision decision) {
    return switch (decision) {
      case ReferralDecision.Refused(var why) -> Optional.of(refusal(why));
      case ReferralDecision.NotNow(var allowed) ->
          Optional.of(FaceProblem.CONFLICT.problem().with("allowed", small(allowed)).exception());
      case ReferralDecision.Changed _, ReferralDecision.Gone _, ReferralDecision.Unchanged _ ->
          Optional.empty();
    };
  }

  private static ProblemException refusal(ReferralDecision.Refusal why) {
    return switch (why) {
      case NO_SUCH_REFERRAL -> FaceProblem.NOT_FOUND.exception();
      case NO_GROUND ->
          FaceProblem.INVALID.problem().error("/ground", "not-at-this-age").exception();
      case SHEET_OLD -> ReferralProblem.SHEET_OLD.exception();
      case PROVIDER_OUT -> ReferralProblem.PROVIDER_OUT.exception();
      case PROVIDER_NOT_TOLD -> FaceProblem.INVALID.problem().error("/how", "required").exception();
    };
  }
}
