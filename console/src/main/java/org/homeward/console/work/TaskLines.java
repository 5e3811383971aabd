package org.homeward.console.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.Words;
import tools.jackson.databind.JsonNode;

/** Makes lines of tasks from what the API lists. */
public final class TaskLines {

  /** Never shown as late, because its due is the moment it arrived. */
  private static final String READ_PROPOSAL = "READ_PROPOSAL";

  /** Tasks of a case that are finished by saying so; the others are finished in the case. */
  private static final Set<String> BY_WORD =
      Set.of("FREEZE_CASE_TOO", "READ_SIGHTING", READ_PROPOSAL, "CALL_PARTNER", "CONFIRM_END");

  /** The points that a deed ticks off, by point of the checklist or kind, and where it is done. */
  private static final Map<String, String> BY_DEED =
      Map.of(
          "POLICE_INFORMED", "#next",
          "RISK_ASSESSED", "/risk",
          "ORDERS_CHECKED", "/decide/orders",
          "FAMILY_CALL", "/family",
          "CHILDS_PICTURE", "/photos",
          "INTERVIEW", "/ending");

  private final Words words;
  private final String node;
  private final String reader;
  private final Instant now;

  /**
   * @param reader opaque id of the person at the browser
   */
  public TaskLines(Words words, String node, String reader, Instant now) {
    this.words = words;
    this.node = node;
    this.reader = reader;
    this.now = now;
  }

  /** One of {@code GET /tasks} beside a care file of the reader; empty for all others. */
  Optional<TasksPage.OfFile> ofFile(JsonNode found) {
    String kind = found.path("kind").asString("");
    String id = found.path("id").asString("");
    String file = "/care-files/" + found.path("careFile").asString("");
    return switch (kind) {
      case "REVIEW_PLAN" -> Optional.of(ofFile(found, file + "/support"));
      case "REFERRAL" ->
          Optional.of(ofFile(found, file + "/referrals/" + id.substring(id.indexOf('.') + 1)));
      default -> Optional.empty();
    };
  }

  private TasksPage.OfFile ofFile(JsonNode found, String page) {
    String owner = found.path("owner").asString("");
    Optional<Instant> due = FactWords.instant(found.path("due"));
    return new TasksPage.OfFile(
        page,
        String.join(
            " · ",
            words.code("task", found.path("kind").asString("")),
            due.map(at -> words.due(at, now)).orElse(""),
            owner.isEmpty() ? words.say("task.nobody") : words.person(owner, reader)),
        due.filter(at -> !now.isBefore(at)).isPresent(),
        found.path("exercise").asBoolean(false));
  }

  /** One of {@code GET /tasks}; empty for what is about no case. */
  public Optional<TaskLine> of(JsonNode found) {
    return found.has("case")
        ? Optional.of(
            line(
                found,
                found.path("id").asString(""),
                found.path("case").asString(""),
                found.path("exercise").asBoolean(false)))
        : Optional.empty();
  }

  /** One open item of a case's worksheet. */
  TaskLine ofItem(JsonNode found, String caseId, boolean exercise) {
    return line(found, found.path("item").asString(""), caseId, exercise);
  }

  private TaskLine line(JsonNode found, String id, String caseId, boolean exercise) {
    String kind = found.path("kind").asString("");
    String deed = found.path("code").asString(kind);
    String owner = found.path("owner").asString("");
    Optional<Instant> due = FactWords.instant(found.path("due"));
    return new TaskLine(
        id,
        caseId,
        CaseWords.code(node, caseId),
        words.code("task", kind),
        what(found),
        due.map(this::clock).orElse(""),
        !kind.equals(READ_PROPOSAL) && due.filter(at -> !now.isBefore(at)).isPresent(),
        owner.isEmpty() ? words.say("task.nobody") : words.person(owner, reader),
        !owner.isEmpty(),
        owner.equals(reader) && !owner.isEmpty(),
        exercise,
        BY_DEED.containsKey(deed) ? List.of() : done(kind),
        doneAt(kind, caseId, id),
        "/cases/" + caseId + BY_DEED.getOrDefault(deed, ""),
        UUID.randomUUID().toString());
  }

  /** The words of the one who set it, or of the rules. */
  private String what(JsonNode found) {
    return found.path("say").path(words.language().tag()).asString(found.path("what").asString(""));
  }

  private String clock(Instant at) {
    return words.away(at, now) + " · " + words.when(at, now);
  }

  private static List<String> done(String kind) {
    return switch (kind) {
      case "NEXT_ACTION", "CHECK_SEARCH", "CHECKLIST", "AFTERCARE" -> List.of("DONE");
      case "CALL_BACK" -> List.of("REACHED", "NOT_REACHED");
      default -> BY_WORD.contains(kind) ? List.of("DONE") : List.of();
    };
  }

  private static String doneAt(String kind, String caseId, String id) {
    return "/cases/" + caseId + (BY_WORD.contains(kind) ? "/tasks/" : "/work/") + id + "/done";
  }
}
