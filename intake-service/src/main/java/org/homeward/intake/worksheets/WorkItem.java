package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the team has promised itself or a caller to do about a case.
 *
 * @param what the action, or whom to call back; absent where the kind says it all
 * @param number on file, for a call-back
 * @param mustNotLearn what whoever answers must not be told
 * @param owner opaque id of the person who does it; absent: anybody may take it
 * @param rangAt when it began to ring because nobody had done it
 * @param check which item of the checklist; absent for everything else
 */
record WorkItem(
    String id,
    Kind kind,
    @Nullable String what,
    @Nullable String number,
    @Nullable String mustNotLearn,
    Instant due,
    @Nullable String owner,
    String setBy,
    Instant setAt,
    @Nullable Instant rangAt,
    @Nullable Done done,
    @Nullable Check check) {

  private static final Duration CHECKED_WITHIN = Duration.ofHours(1);

  /** The kind of work. */
  enum Kind {
    NEXT_ACTION,
    CALL_BACK,
    /** A colleague looked for somebody who fits, and was shown nothing of the case. */
    CHECK_SEARCH,
    /** The risk is assessed again: that alone does it. */
    REVIEW_RISK,
    /** The rules ask for it; its words are theirs. */
    CHECKLIST,
    /** A child or a family is accompanied after a find, until a person ends it. */
    AFTERCARE,
    /** An interview was offered: the child's answer alone does it. */
    INTERVIEW,
    /** Somebody of the family was promised a call: only what became of it does it. */
    FAMILY_CALL,
    /** A child's own picture waits for a supervisor: the decision about it alone does it. */
    CHILDS_PICTURE;

    /** The kind alone says what is to be done. */
    private boolean saysIt() {
      return this != NEXT_ACTION && this != CALL_BACK && this != AFTERCARE;
    }
  }

  /**
   * An item of the checklist.
   *
   * @param child whom it is about; empty for the whole case
   */
  record Check(String code, String child) {}

  /**
   * How it was done: a call-back REACHED or NOT_REACHED, everything else DONE; of a checklist a
   * person may say that something is not needed.
   */
  enum How {
    DONE,
    REACHED,
    NOT_REACHED,
    NOT_NEEDED;

    boolean fits(Kind kind) {
      return switch (this) {
        case DONE ->
            kind != Kind.CALL_BACK
                && kind != Kind.REVIEW_RISK
                && kind != Kind.INTERVIEW
                && kind != Kind.FAMILY_CALL
                && kind != Kind.CHILDS_PICTURE;
        case REACHED, NOT_REACHED -> kind == Kind.CALL_BACK;
        case NOT_NEEDED -> kind == Kind.CHECKLIST;
      };
    }
  }

  /**
   * By whom it was done, and when.
   *
   * @param reason why it is not needed; absent otherwise
   */
  record Done(How how, String by, Instant at, @Nullable String reason) {

    Done {
      requireNonNull(how, "how");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
      if (how == How.NOT_NEEDED) requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return "Done[" + how + "]";
    }
  }

  WorkItem {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(due, "due");
    requireNonNull(setBy, "setBy");
    requireNonNull(setAt, "setAt");
    if ((check == null) == (kind == Kind.CHECKLIST)) {
      throw new IllegalArgumentException("an item of the checklist names it, and no other does");
    }
    if (what == null && !kind.saysIt()) {
      throw new IllegalArgumentException("what is to be done is not said");
    }
  }

  /** One that is no item of the checklist. */
  WorkItem(
      String id,
      Kind kind,
      @Nullable String what,
      @Nullable String number,
      @Nullable String mustNotLearn,
      Instant due,
      @Nullable String owner,
      String setBy,
      Instant setAt,
      @Nullable Instant rangAt,
      @Nullable Done done) {
    this(id, kind, what, number, mustNotLearn, due, owner, setBy, setAt, rangAt, done, null);
  }

  /** An item of the checklist. */
  static WorkItem check(
      String id, Check check, Instant due, @Nullable String owner, String setBy, Instant now) {
    return new WorkItem(
        id, Kind.CHECKLIST, null, null, null, due, owner, setBy, now, null, null, check);
  }

  /** A task to check a case that a colleague's search matched without showing it. */
  static WorkItem checkSearch(String id, String searchedBy, Instant now) {
    return new WorkItem(
        id,
        Kind.CHECK_SEARCH,
        null,
        null,
        null,
        now.plus(CHECKED_WITHIN),
        null,
        searchedBy,
        now,
        null,
        null);
  }

  /** A task to assess the risk of a case again. */
  static WorkItem reviewRisk(ReviewRisk.Review review) {
    return new WorkItem(
        review.item(),
        Kind.REVIEW_RISK,
        null,
        null,
        null,
        review.due(),
        review.owner(),
        review.owner(),
        review.setAt(),
        null,
        null);
  }

  /** A task to have a child answer the offer of an interview. */
  static WorkItem interview(AwaitAnswer.Offer offer) {
    return new WorkItem(
        offer.item(),
        Kind.INTERVIEW,
        null,
        null,
        null,
        offer.due(),
        offer.owner(),
        offer.offeredBy(),
        offer.offeredAt(),
        null,
        null);
  }

  /** A task to call somebody of the family; whom, and about what, stands where it is promised. */
  static WorkItem familyCall(AwaitCall.Promised call) {
    return new WorkItem(
        call.item(),
        Kind.FAMILY_CALL,
        null,
        null,
        null,
        call.due(),
        call.owner(),
        call.setBy(),
        call.setAt(),
        null,
        null);
  }

  /** A task to decide whether the team is shown a child's own picture. */
  static WorkItem childsPicture(AwaitLook.Picture picture) {
    return new WorkItem(
        picture.item(),
        Kind.CHILDS_PICTURE,
        null,
        null,
        null,
        picture.setAt().plus(CHECKED_WITHIN),
        null,
        picture.setBy(),
        picture.setAt(),
        null,
        null);
  }

  /** Whoever searched does not learn by the task what the search kept from her. */
  boolean isHiddenFrom(String person) {
    return kind == Kind.CHECK_SEARCH && setBy.equals(person); // upholds 6
  }

  /** The same search again asks nobody twice. */
  boolean asksAlready(WorkItem other) {
    return isOpen() && kind == other.kind && setBy.equals(other.setBy);
  }

  /** This review, or one that a later assessment has set. */
  boolean isReviewAfter(WorkItem other) {
    return id.equals(other.id) || (kind == Kind.REVIEW_RISK && setAt.isAfter(other.setAt));
  }

  boolean isOpen() {
    return done == null;
  }

  boolean isOfChecklist() {
    return kind == Kind.CHECKLIST;
  }

  /** Items of checklists are shown at their case, and to everybody once they ring. */
  boolean isListed() {
    return isOpen() && (!isOfChecklist() || rangAt != null);
  }

  boolean is(Check other) {
    return other.equals(check);
  }

  /** Nobody has done it in time, and it has not rung for that yet. */
  boolean isToRing(Instant now) {
    return isOpen() && rangAt == null && !now.isBefore(due);
  }

  WorkItem ownedBy(@Nullable String nowOwner) {
    return with(due, nowOwner, rangAt, done);
  }

  WorkItem rung(Instant now) {
    return with(due, owner, now, done);
  }

  WorkItem sooner(Instant nowDue) {
    return with(nowDue, owner, rangAt, done);
  }

  /** It is done again then, and rings anew if nobody does. */
  WorkItem next(Instant nowDue) {
    return with(nowDue, owner, null, done);
  }

  WorkItem finished(Done how) {
    return with(due, owner, rangAt, how);
  }

  private WorkItem with(
      Instant nowDue,
      @Nullable String nowOwner,
      @Nullable Instant nowRangAt,
      @Nullable Done nowDone) {
    return new WorkItem(
        id,
        kind,
        what,
        number,
        mustNotLearn,
        nowDue,
        nowOwner,
        setBy,
        setAt,
        nowRangAt,
        nowDone,
        check);
  }

  @Override
  public String toString() {
    return "WorkItem[" + id + ", " + kind + "]";
  }
}
