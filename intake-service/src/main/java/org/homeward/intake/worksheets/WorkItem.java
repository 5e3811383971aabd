package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the team has promised itself or a caller to do about a case.
 *
 * @param what the action, or whom to call back
 * @param number on file, for a call-back
 * @param mustNotLearn what whoever answers must not be told
 * @param owner opaque id of the person who does it; absent: anybody may take it
 * @param rangAt when it began to ring because nobody had done it
 */
record WorkItem(
    String id,
    Kind kind,
    String what,
    @Nullable String number,
    @Nullable String mustNotLearn,
    Instant due,
    @Nullable String owner,
    String setBy,
    Instant setAt,
    @Nullable Instant rangAt,
    @Nullable Done done) {

  /** The kind of work. */
  enum Kind {
    NEXT_ACTION,
    CALL_BACK
  }

  /** How it was done: an action is DONE, a call-back REACHED or NOT_REACHED. */
  enum How {
    DONE,
    REACHED,
    NOT_REACHED;

    boolean fits(Kind kind) {
      return (kind == Kind.NEXT_ACTION) == (this == DONE);
    }
  }

  /** By whom it was done, and when. */
  record Done(How how, String by, Instant at) {

    Done {
      requireNonNull(how, "how");
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  WorkItem {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(what, "what");
    requireNonNull(due, "due");
    requireNonNull(setBy, "setBy");
    requireNonNull(setAt, "setAt");
  }

  boolean isOpen() {
    return done == null;
  }

  /** Nobody has done it in time, and it has not rung for that yet. */
  boolean isToRing(Instant now) {
    return isOpen() && rangAt == null && !now.isBefore(due);
  }

  WorkItem ownedBy(@Nullable String nowOwner) {
    return with(nowOwner, rangAt, done);
  }

  WorkItem rung(Instant now) {
    return with(owner, now, done);
  }

  WorkItem finished(How how, String by, Instant now) {
    return with(owner, rangAt, new Done(how, by, now));
  }

  private WorkItem with(
      @Nullable String nowOwner, @Nullable Instant nowRangAt, @Nullable Done nowDone) {
    return new WorkItem(
        id, kind, what, number, mustNotLearn, due, nowOwner, setBy, setAt, nowRangAt, nowDone);
  }

  @Override
  public String toString() {
    return "WorkItem[" + id + ", " + kind + "]";
  }
}
