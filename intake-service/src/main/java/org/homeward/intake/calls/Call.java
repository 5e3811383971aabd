package org.homeward.intake.calls;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One call, in or out.
 *
 * @param line the hotline's own number that rang or was used
 * @param answered whether somebody answered, here or at the other end
 * @param number of the other end
 * @param ended how it ended when nobody asked for anything that becomes a case
 * @param tiedTo {@code draft/{id}} or {@code case/{id}}: then it is as hidden as that, and a case
 *     takes it along when it is erased
 * @param notTo the people who must not learn of it, whatever it is tied to
 * @param loggedBy opaque id of the person who logged it
 */
record Call(
    boolean exercise,
    Direction direction,
    @Nullable String line,
    boolean answered,
    Instant at,
    @Nullable String number,
    @Nullable String note,
    @Nullable Ending ended,
    @Nullable String tiedTo,
    Set<String> notTo,
    String loggedBy,
    Instant loggedAt)
    implements KeptCall {

  /** The field of the state that says what it is tied to. */
  static final String TIED_TO = "tiedTo";

  private static final String CASE = "case/";
  private static final String DRAFT = "draft/";

  Call {
    requireNonNull(direction, "direction");
    requireNonNull(at, "at");
    requireNonNull(loggedBy, "loggedBy");
    requireNonNull(loggedAt, "loggedAt");
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
  }

  /** Who called whom. */
  enum Direction {
    IN,
    OUT
  }

  /** How a call ends that is no case. */
  enum Ending {
    NO_REQUEST,
    INFORMATION,
    JOB_OFFER_CHECK,
    SILENT,
    PRANK,
    WRONG_NUMBER
  }

  static String toCase(String id) {
    return CASE + id;
  }

  static String toDraft(String id) {
    return DRAFT + id;
  }

  /** The id in {@code draft/{id}} or {@code case/{id}}. */
  static String idOfTie(String tiedTo) {
    return tiedTo.substring(tiedTo.indexOf('/') + 1);
  }

  Optional<String> caseId() {
    return idOf(CASE);
  }

  Optional<String> draftId() {
    return idOf(DRAFT);
  }

  /** The id of what it is tied to, whichever that is. */
  Optional<String> tie() {
    return caseId().or(this::draftId);
  }

  private Optional<String> idOf(String kind) {
    return Optional.ofNullable(tiedTo)
        .filter(to -> to.startsWith(kind))
        .map(to -> to.substring(kind.length()));
  }

  /** Nobody asked for anything that becomes a case. */
  Call ended(Ending how) {
    return with(how, tiedTo, notTo);
  }

  /** It is about this, however it had ended. */
  Call tied(String to) {
    return with(null, to, notTo);
  }

  /** No report came of its draft; whoever must not learn of the draft must not learn of it. */
  Call untied(Set<String> more) {
    Set<String> all = new TreeSet<>(notTo);
    all.addAll(more);
    return with(ended, null, all);
  }

  private Call with(@Nullable Ending nowEnded, @Nullable String nowTo, Set<String> nowNotTo) {
    return new Call(
        exercise, direction, line, answered, at, number, note, nowEnded, nowTo, nowNotTo, loggedBy,
        loggedAt);
  }

  @Override
  public String toString() {
    return "Call[redacted]";
  }
}
