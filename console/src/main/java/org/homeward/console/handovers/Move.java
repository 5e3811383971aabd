package org.homeward.console.handovers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.console.pages.Person;
import tools.jackson.databind.JsonNode;

/**
 * An action on a handover; its page says the effect first. Pages leave out what is not possible;
 * the API decides.
 */
enum Move {
  GROUNDS(
      false,
      MoveField.oneOf(
          "justification",
          "justification",
          List.of("DANGER_TO_LIFE", "DANGER_TO_HEALTH", "ABDUCTION")),
      MoveField.reference("reference")),
  ACKNOWLEDGE(true),
  ACCEPT(true),
  CHECK(true),
  COUNTER(
      true,
      MoveField.oneOf("reason", "AnswerReason", MoveField.ANSWERS),
      MoveField.someOf("asks", "Ask", MoveField.ASKS)),
  REJECT(true, MoveField.oneOf("reason", "AnswerReason", MoveField.ANSWERS)),
  PROPOSALS(
      false, MoveField.oneOf("what", "ProposalKind", List.of("FOUND", "ALERT", "CORRECTION"))),
  BRAKE(
      false,
      MoveField.oneOf(
          "reason",
          "BrakeReason",
          List.of("FOUND_BY_POLICE", "DANGER_TO_CHILD", "WRONG_CHILD", "LEGAL", "OTHER")),
      MoveField.reference("policeReference")),
  RENEW(false),
  RECALL(
      false, MoveField.oneOf("reason", "RecallReason", List.of("FOUND", "WITHDRAWN", "MISTAKE")));

  static final Set<String> WAITING = Set.of("OFFERED", "ACKNOWLEDGED", "COUNTERED");
  static final Set<String> OVER = Set.of("REJECTED", "REVOKED", "RECALLED", "CLOSED");
  private static final Set<String> GROUNDS_MISSING =
      Set.of("transfer-needs-ground", "another-person-needed");

  private final boolean needsVersion;
  private final List<MoveField> fields;

  Move(boolean needsVersion, MoveField... fields) {
    this.needsVersion = needsVersion;
    this.fields = List.of(fields);
  }

  /** Its name in addresses and in keys of words, as the API has it. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Move> of(String path) {
    return Stream.of(values()).filter(move -> move.path().equals(path)).findFirst();
  }

  List<MoveField> fields() {
    return fields;
  }

  /** It is done to what the person has seen, or not at all. */
  boolean needsVersion() {
    return needsVersion;
  }

  /**
   * Whether a page may say that this was done just now. The end of a handover is news until its
   * receipt came; what was done before is none.
   */
  static boolean isNews(String done, JsonNode handover) {
    boolean isKnown = done.equals("offered") || of(done).isPresent();
    boolean isOver = OVER.contains(handover.path("status").asString(""));
    return isKnown
        && !handover.has("statement")
        && (!isOver || done.equals(RECALL.path()) || done.equals(REJECT.path()));
  }

  /** Those that this person can make, the likeliest first. */
  static List<Move> possible(JsonNode handover, Person person) {
    String status = handover.path("status").asString("");
    List<Move> moves = new ArrayList<>();
    for (Move move : values()) {
      boolean fits =
          HandoverWords.isOwned(handover)
              ? move.fitsOwner(handover, status)
              : move.fitsHolder(handover, status);
      if (fits && move.isFor(person)) {
        moves.add(move);
      }
    }
    return moves;
  }

  private boolean fitsOwner(JsonNode handover, String status) {
    if (OVER.contains(status)) {
      return false;
    }
    return switch (this) {
      case GROUNDS -> lacksGround(handover);
      case RECALL -> true;
      case RENEW -> status.equals("RELEASED");
      case ACKNOWLEDGE, ACCEPT, CHECK, COUNTER, REJECT, PROPOSALS, BRAKE -> false;
    };
  }

  static boolean lacksGround(JsonNode handover) {
    JsonNode vital = handover.path("vitalInterest");
    boolean open = !vital.isMissingNode() && !vital.path("confirmed").asBoolean(false);
    return open || GROUNDS_MISSING.contains(handover.path("waitsFor").asString(""));
  }

  private boolean fitsHolder(JsonNode handover, String status) {
    if (OVER.contains(status)) {
      return false;
    }
    return switch (this) {
      case ACKNOWLEDGE -> status.equals("OFFERED");
      case ACCEPT, REJECT -> WAITING.contains(status);
      case COUNTER -> WAITING.contains(status) && !status.equals("COUNTERED");
      case CHECK -> status.equals("RELEASED") && !handover.path("checked").asBoolean(false);
      case PROPOSALS -> !WAITING.contains(status);
      case BRAKE -> !WAITING.contains(status) && !handover.path("braked").asBoolean(false);
      case GROUNDS -> lacksGround(handover);
      case RENEW, RECALL -> false;
    };
  }

  private boolean isFor(Person person) {
    return switch (this) {
      case GROUNDS -> person.is("supervisor");
      case PROPOSALS, BRAKE -> person.offersCases();
      case ACKNOWLEDGE, ACCEPT, CHECK, COUNTER, REJECT, RENEW, RECALL -> person.answersPartners();
    };
  }
}
