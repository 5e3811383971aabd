package org.homeward.intake.calls;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.intake.joboffers.JobOffer;
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
 * @param onCall who was called, where it was somebody on the card of who is on call
 * @param loggedBy opaque id of the person who logged it
 * @param corrected ties that were wrong
 * @param formerly those that still stand, as {@code tiedTo} names them, a filed draft by its case:
 *     it stays as hidden as each of them, and is erased with each case
 * @param offer the job offer that the caller asked about, if any: as hidden as the call, and erased
 *     with it
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
    @Nullable OnCall onCall,
    String loggedBy,
    Instant loggedAt,
    List<Corrected> corrected,
    Set<String> formerly,
    @Nullable JobOffer offer)
    implements KeptCall {

  /** The field of the state that says what it is tied to. */
  static final String TIED_TO = "tiedTo";

  /** The field of the state that says what it was tied to by mistake. */
  static final String FORMERLY = "formerly";

  private static final String CASE = "case/";
  private static final String DRAFT = "draft/";

  Call {
    requireNonNull(direction, "direction");
    requireNonNull(at, "at");
    requireNonNull(loggedBy, "loggedBy");
    requireNonNull(loggedAt, "loggedAt");
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    corrected = corrected == null ? List.of() : List.copyOf(corrected);
    formerly = formerly == null ? Set.of() : Set.copyOf(formerly);
  }

  /** As it is logged. */
  Call(
      boolean exercise,
      Direction direction,
      @Nullable String line,
      boolean answered,
      Instant at,
      @Nullable String number,
      @Nullable String note,
      @Nullable Ending ended,
      String loggedBy,
      Instant loggedAt) {
    this(
        exercise, direction, line, answered, at, number, note, ended, null, Set.of(), null,
        loggedBy, loggedAt, List.of(), Set.of(), null);
  }

  /**
   * A tie that was wrong.
   *
   * @param from as {@link Call#tiedTo} named it
   * @param by opaque id of the supervisor who corrected it
   * @param reason in the supervisor's words
   */
  record Corrected(String from, String by, Instant at, String reason) {

    @Override
    public String toString() {
      return "Corrected[" + from + "]";
    }
  }

  /** The direction of a call. */
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

  /**
   * Somebody on the card, as it was then.
   *
   * @param duty as the card's code
   */
  record OnCall(String entry, String duty, String name) {

    @Override
    public String toString() {
      return "OnCall[" + entry + ", " + duty + "]";
    }
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
    return idsOf(CASE, Stream.ofNullable(tiedTo)).findFirst();
  }

  Optional<String> draftId() {
    return idsOf(DRAFT, Stream.ofNullable(tiedTo)).findFirst();
  }

  /** The ids of the case that it is tied to, and of those that it was tied to by mistake. */
  Stream<String> cases() {
    return idsOf(CASE, standing());
  }

  /** The same of drafts that had not ended then. */
  Stream<String> drafts() {
    return idsOf(DRAFT, standing());
  }

  /** The ids of all that it is as hidden as. */
  Stream<String> ties() {
    return standing().map(Call::idOfTie);
  }

  private Stream<String> standing() {
    return Stream.concat(Stream.ofNullable(tiedTo), formerly.stream()).distinct();
  }

  private static Stream<String> idsOf(String kind, Stream<String> ties) {
    return ties.filter(to -> to.startsWith(kind)).map(Call::idOfTie);
  }

  /** The id of what it is tied to, whichever that is. */
  Optional<String> tie() {
    return caseId().or(this::draftId);
  }

  /** Nobody asked for anything that becomes a case. */
  Call ended(Ending how) {
    return with(how, tiedTo, notTo, corrected, formerly);
  }

  /** Somebody on the card was tried. */
  Call trying(OnCall whom) {
    return new Call(
        exercise, direction, line, answered, at, number, note, ended, tiedTo, notTo, whom, loggedBy,
        loggedAt, corrected, formerly, offer);
  }

  /** The newer answers about a job offer take the place of the earlier ones. */
  Call checking(JobOffer checked) {
    return new Call(
        exercise, direction, line, answered, at, number, note, ended, tiedTo, notTo, onCall,
        loggedBy, loggedAt, corrected, formerly, checked);
  }

  /** The same, tied to a draft or a case; an earlier ending is dropped. */
  Call tied(String to) {
    return with(null, to, notTo, corrected, formerly);
  }

  /** It is about this; whoever must not learn of what it was tied to must not learn of it. */
  Call corrected(String to, Set<String> more, Corrected why) {
    Set<String> all = notTo;
    all = and(all, more); // upholds 6
    List<Corrected> wrong = new ArrayList<>(corrected);
    wrong.add(why);
    return with(null, to, all, wrong, and(formerly, Set.of(why.from())));
  }

  /** A restore knows that it was tied to these, and who must not learn of them. */
  Call kept(Set<String> alsoFormerly, Set<String> more) {
    return with(ended, tiedTo, and(notTo, more), corrected, and(formerly, alsoFormerly));
  }

  /** Where it is or was tied to the draft, it is or was tied to this case. */
  Call filed(String draft, String to) {
    return instead(draft, to, notTo);
  }

  /** No report came of the draft; whoever must not learn of the draft must not learn of it. */
  Call untied(String draft, Set<String> more) {
    return instead(draft, null, and(notTo, more));
  }

  private Call instead(String draft, @Nullable String to, Set<String> nowNotTo) {
    Set<String> nowFormerly = new TreeSet<>(formerly);
    if (nowFormerly.remove(toDraft(draft)) && to != null) {
      nowFormerly.add(to);
    }
    String nowTo = toDraft(draft).equals(tiedTo) ? to : tiedTo;
    return with(ended, nowTo, nowNotTo, corrected, nowFormerly);
  }

  private static Set<String> and(Set<String> some, Set<String> more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  private Call with(
      @Nullable Ending nowEnded,
      @Nullable String nowTo,
      Set<String> nowNotTo,
      List<Corrected> nowCorrected,
      Set<String> nowFormerly) {
    return new Call(
        exercise,
        direction,
        line,
        answered,
        at,
        number,
        note,
        nowEnded,
        nowTo,
        nowNotTo,
        onCall,
        loggedBy,
        loggedAt,
        nowCorrected,
        nowFormerly,
        offer);
  }

  @Override
  public String toString() {
    return "Call[redacted]";
  }
}
