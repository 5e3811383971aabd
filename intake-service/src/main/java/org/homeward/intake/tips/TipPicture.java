package org.homeward.intake.tips;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a stranger sent with a tip. Until a person has looked at it nobody is shown it. Of
 * one that was taken over, withdrawn or destroyed only the record of that is left.
 *
 * @param seal null once nothing of it is kept here
 * @param ofGiver whether the giver says to be the child in it: then a supervisor looks first
 * @param same equal for pictures of the same pixels; null once nothing of it is kept here
 * @param takenAt when the file says that it was taken; anybody can write that into a file
 * @param takenIn where the file says that it was taken
 * @param originalUntil when the bytes as they came are deleted; null when they are
 * @param photo the photo of the case that it has become
 */
record TipPicture(
    @Nullable UploadSeal seal,
    boolean ofGiver,
    @Nullable String same,
    @Nullable String takenAt,
    @Nullable String takenIn,
    @Nullable Instant originalUntil,
    @Nullable Deed looked,
    @Nullable Deed locked,
    @Nullable Deed handedOver,
    @Nullable Deed destroyed,
    @Nullable Deed withdrawn,
    @Nullable String photo) {

  /**
   * Something that a person did with it.
   *
   * @param by opaque id of the person
   * @param reference of the police, where they gave one
   */
  record Deed(String by, Instant at, @Nullable String reference) {

    Deed {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }

    @Override
    public String toString() {
      return "Deed[redacted]";
    }
  }

  /** What has become of it. */
  enum State {
    UNSEEN,
    SEEN,
    /** A suspected abuse image: only the bytes as they came are kept, for police. */
    LOCKED,
    DESTROYED,
    WITHDRAWN,
    TAKEN_OVER
  }

  static TipPicture received(
      UploadSeal seal,
      boolean ofGiver,
      @Nullable String takenAt,
      @Nullable String takenIn,
      Instant originalUntil) {
    return new TipPicture(
        seal,
        ofGiver,
        seal.digests().get(UploadPart.LARGE.text()),
        takenAt,
        takenIn,
        originalUntil,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  State state() {
    if (photo != null) {
      return State.TAKEN_OVER;
    }
    if (withdrawn != null) {
      return State.WITHDRAWN;
    }
    if (destroyed != null) {
      return State.DESTROYED;
    }
    if (locked != null) {
      return State.LOCKED;
    }
    return looked == null ? State.UNSEEN : State.SEEN;
  }

  /** Police have not collected and judged it yet, so that no period and no person ends it. */
  boolean isEvidence() {
    return state() == State.LOCKED;
  }

  TipPicture lookedAt(Deed first) {
    return new TipPicture(
        seal, ofGiver, same, takenAt, takenIn, originalUntil, first, null, null, null, null, null);
  }

  /** Its period does not delete the bytes as they came any more: police need them. */
  TipPicture locked(Deed by) {
    return new TipPicture(
        seal, ofGiver, same, takenAt, takenIn, null, looked, by, null, null, null, null);
  }

  TipPicture handedOver(Deed by) {
    return new TipPicture(
        seal, ofGiver, same, takenAt, takenIn, null, looked, locked, by, null, null, null);
  }

  /** Time and place in the file tell of a child. */
  TipPicture withoutClaims() {
    return new TipPicture(
        seal,
        ofGiver,
        same,
        null,
        null,
        originalUntil,
        looked,
        locked,
        handedOver,
        destroyed,
        withdrawn,
        photo);
  }

  TipPicture withoutOriginal() {
    return new TipPicture(
        seal == null ? null : seal.without(UploadPart.ORIGINAL),
        ofGiver,
        same,
        takenAt,
        takenIn,
        null,
        looked,
        null,
        null,
        null,
        null,
        null);
  }

  TipPicture destroyed(Deed by) {
    return gone(by, null, null);
  }

  TipPicture withdrawn(Deed by) {
    return gone(null, by, null);
  }

  TipPicture takenOver(String asPhoto) {
    return gone(null, null, asPhoto);
  }

  private TipPicture gone(
      @Nullable Deed destroying, @Nullable Deed withdrawing, @Nullable String asPhoto) {
    return new TipPicture(
        null,
        ofGiver,
        null,
        null,
        null,
        null,
        looked,
        locked,
        handedOver,
        destroying,
        withdrawing,
        asPhoto);
  }

  @Override
  public String toString() {
    return "TipPicture[" + state() + "]";
  }
}
