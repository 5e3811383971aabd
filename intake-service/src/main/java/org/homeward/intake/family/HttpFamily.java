package org.homeward.intake.family;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.family.words.Sentence;
import org.homeward.intake.family.words.SentenceList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Maps the contacts of a family to JSON. */
final class HttpFamily {

  private HttpFamily() {}

  /**
   * Who reads.
   *
   * @param rules whether the rules are told too: one of them may be that somebody is feared
   * @param texts whether the reader sees what was read aloud; nobody is to read it aloud again
   */
  record Reader(boolean rules, boolean texts) {

    static Reader of(Caller caller) {
      boolean isOfficer = caller.is(Role.DPO);
      return new Reader(isOfficer || caller.is(Role.SUPERVISOR), isOfficer);
    }
  }

  static Map<String, Object> all(
      LookAtCase.Seen seen,
      Family family,
      Function<Contact, FamilyRules.Matter> matter,
      SentenceList sentences,
      Reader reader,
      Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", seen.id());
    json.put("exercise", seen.exercise());
    json.put("sentences", sentences.all().stream().map(HttpFamily::sentence).toList());
    json.put(
        "contacts",
        family.contacts().stream()
            .map(
                each -> {
                  boolean isSpokenTo = !each.isOver() && !seen.isForeign();
                  return contact(
                      each, isSpokenTo ? matter.apply(each) : null, sentences, reader, now);
                })
            .toList());
    return json;
  }

  private static Map<String, Object> sentence(Sentence sentence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sentence", sentence.code());
    json.put("tells", sentence.tells());
    json.put("promises", sentence.saysNextCall());
    json.put("say", sentence.words());
    return json;
  }

  private static Map<String, Object> contact(
      Contact contact,
      FamilyRules.@Nullable Matter matter,
      SentenceList sentences,
      Reader reader,
      Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contact", contact.id());
    json.put("name", contact.name());
    json.put("number", contact.number().e164());
    json.put("relation", contact.relation());
    json.put("report", contact.report());
    json.put("language", contact.language());
    json.put("mustNotLearn", contact.mustNotLearn());
    json.put("by", contact.by());
    json.put("at", contact.at());
    json.put("renumbered", word(contact.renumbered()));
    json.put("over", word(contact.over()));
    contact.next().ifPresent(next -> json.put("next", next(next, now)));
    json.put("told", contact.told().reversed().stream().map(each -> told(each, reader)).toList());
    json.put("attempts", contact.attempts().reversed());
    json.put("mayHear", mayHear(matter, sentences));
    if (reader.rules() && matter != null) {
      json.put("unmet", FamilyRules.unmet(matter));
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  /** Codes alone: the text is shown to whoever has confirmed name and number. */
  private static List<String> mayHear(FamilyRules.@Nullable Matter matter, SentenceList sentences) {
    if (matter == null || !FamilyRules.unmet(matter).isEmpty()) {
      return List.of(); // upholds 6
    }
    return sentences.all().stream()
        .filter(each -> FamilyRules.fits(each.tells(), matter))
        .map(Sentence::code)
        .toList();
  }

  private static @Nullable Map<String, Object> word(Contact.@Nullable Word word) {
    if (word == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", word.reason());
    json.put("by", word.by());
    json.put("at", word.at());
    return json;
  }

  private static Map<String, Object> next(NextCall next, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("due", next.due());
    json.put("owner", next.owner());
    json.put("setBy", next.setBy());
    json.put("setAt", next.setAt());
    json.put("overdue", !now.isBefore(next.due()));
    return json;
  }

  private static Map<String, Object> told(Told told, Reader reader) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("update", told.id());
    json.put("sentence", told.sentence());
    json.put("edition", told.edition());
    json.put("language", told.text().language());
    json.put("text", reader.texts() ? told.text().text() : null);
    json.put("by", told.by());
    json.put("at", told.at());
    json.put("how", told.how());
    json.put("countsAsTold", told.countsAsTold());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static ResponseEntity<Map<String, Object>> made(String caseId, Map<String, Object> what) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", caseId);
    json.putAll(what);
    return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/family")).body(json);
  }

  /** The text, as it was written down; the same for a repetition. */
  static ResponseEntity<Map<String, Object>> told(
      WriteOutcome.OfPuttingOnce<KeptFamily, FamilyDecision> outcome,
      String caseId,
      String contact,
      String update) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptFamily, FamilyDecision>(var now, var _) ->
          text(now, caseId, contact, update);
      case WriteOutcome.Repeated<KeptFamily, FamilyDecision>(var now, var _) ->
          text(now, caseId, contact, update);
      case WriteOutcome.Kept(var now, FamilyDecision answer) -> {
        kept(answer, caseId);
        yield text(now, caseId, contact, update);
      }
      case WriteOutcome.NotMade(FamilyDecision answer) -> {
        kept(answer, caseId);
        throw FaceProblem.NOT_FOUND.exception();
      }
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> text(
      Guarded<KeptFamily> now, String caseId, String contact, String update) {
    if (!(now.state() instanceof Family family)) {
      throw refused(CaseDecision.Refusal.CASE_ERASED);
    }
    Told told =
        family
            .contact(contact)
            .flatMap(it -> it.update(update))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("contact", contact);
    json.put("update", told.id());
    json.put("sentence", told.sentence());
    json.put("language", told.text().language());
    json.put("text", told.text().text());
    return made(caseId, json);
  }

  static Map<String, Object> done(
      WriteOutcome.OfPuttingOnce<KeptFamily, FamilyDecision> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptFamily, FamilyDecision> _,
          WriteOutcome.Repeated<KeptFamily, FamilyDecision> _ ->
          Map.of("case", caseId);
      case WriteOutcome.Kept(_, FamilyDecision answer) -> kept(answer, caseId);
      case WriteOutcome.NotMade(FamilyDecision answer) -> kept(answer, caseId);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Map<String, Object> kept(FamilyDecision answer, String caseId) {
    return switch (answer) {
      case FamilyDecision.Changed _, FamilyDecision.Unchanged _ -> Map.of("case", caseId);
      case FamilyDecision.ToldNothing _ -> throw FamilyProblem.FAMILY_TOLD_NOTHING.exception();
      case FamilyDecision.Refused(var why) ->
          throw switch (why) {
            case CASE_ERASED -> refused(CaseDecision.Refusal.CASE_ERASED);
            case NO_SUCH_CONTACT, NO_SUCH_UPDATE -> FaceProblem.NOT_FOUND.exception();
            case CONTACT_OVER -> FamilyProblem.CONTACT_OVER.exception();
            case NUMBER_NOT_ON_FILE -> FamilyProblem.NUMBER_NOT_ON_FILE.exception();
            case NAME_NOT_CONFIRMED -> FamilyProblem.NAME_NOT_CONFIRMED.exception();
            case SENTENCE_NOT_NOW -> FamilyProblem.SENTENCE_NOT_NOW.exception();
            case NEXT_CALL_NEEDED -> FamilyProblem.NEXT_CALL_NEEDED.exception();
            case UPDATE_SETTLED -> FamilyProblem.UPDATE_SETTLED.exception();
          };
    };
  }

  static ProblemException refused(CaseDecision.Refusal why) {
    return HttpAnswers.refusal(new CaseDecision.Refused(why, Set.of()));
  }
}
