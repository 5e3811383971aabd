package org.homeward.intake.photos;

/** A change that a person or the time makes to a photo or a paper. */
sealed interface UploadCommand {

  /**
   * A person wants to be shown it.
   *
   * @param supervises whether the person is a supervisor
   */
  record Look(Deed deed, boolean supervises) implements UploadCommand {}

  /** A supervisor has looked at a child's own picture, and lets the team be shown it. */
  record Show() implements UploadCommand {}

  record Describe(PhotoWords words) implements UploadCommand {}

  record DescribePaper(Paper.Words words) implements UploadCommand {}

  /** Police may have it. */
  record Release(Deed deed) implements UploadCommand {}

  /** Partners that hold the case may have it, too. */
  record Share(Deed deed) implements UploadCommand {}

  /** The first of two people wants the public to be shown it. */
  record Propose(PublicWish wish) implements UploadCommand {}

  record Confirm(PublicWish.Second second) implements UploadCommand {}

  /** The public is shown it no more; whatever the others have stays. */
  record TakeBack() implements UploadCommand {}

  /**
   * A person wants it deleted.
   *
   * @param by opaque id of the person
   * @param supervises whether the person is a supervisor
   */
  record Withdraw(String by, boolean supervises) implements UploadCommand {}

  /** The node itself deletes what was not to be taken. */
  record LetGo() implements UploadCommand {}

  /** A person suspects that it shows abuse. */
  record Lock(Deed deed) implements UploadCommand {}

  /** A supervisor decides that police collect a locked one. */
  record HandOver(ReferredDeed deed) implements UploadCommand {}

  /** On the written word of those who collected it. */
  record Destroy(ReferredDeed deed) implements UploadCommand {}

  record LetOriginalGoIfDue() implements UploadCommand {}

  /** Its case is erased; a locked one stays, without a word about a child. */
  record Erase() implements UploadCommand {}

  /** It was withdrawn or destroyed before, and an earlier copy of the data does not know. */
  record EndAgain() implements UploadCommand {}
}
