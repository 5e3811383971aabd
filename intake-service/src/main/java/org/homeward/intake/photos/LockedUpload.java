package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A suspected abuse image, or a paper with one. Only the bytes as they came are kept, for police;
 * nobody here is shown it again.
 *
 * @param child of a photo, whom it was said to show
 * @param handedOver who decided that police collect it; null until a supervisor has
 */
record LockedUpload(
    String caseId,
    @Nullable String child,
    boolean exercise,
    UploadSeal seal,
    Deed uploaded,
    Deed locked,
    @Nullable ReferredDeed handedOver,
    @Nullable Audience paperFor)
    implements KeptUpload {

  /** The parts that were made of it and are deleted. */
  static final UploadPart[] MADE = {
    UploadPart.SMALL, UploadPart.MIDDLE, UploadPart.LARGE, UploadPart.VEILED
  };

  LockedUpload {
    requireNonNull(caseId, "caseId");
    requireNonNull(seal, "seal");
    requireNonNull(uploaded, "uploaded");
    requireNonNull(locked, "locked");
  }

  static LockedUpload of(LiveUpload live, Deed locked) {
    return new LockedUpload(
        live.caseId(),
        live instanceof Photo photo ? photo.child() : null,
        live.exercise(),
        live.seal().without(MADE),
        live.uploaded(),
        locked,
        null,
        live.paperFor());
  }

  LockedUpload handedOver(ReferredDeed deed) {
    return new LockedUpload(caseId, child, exercise, seal, uploaded, locked, deed, paperFor);
  }

  /** A supervisor decides that police collect it, whoever it was for. */
  @Override
  public boolean isFor(Reader reader) {
    return reader.isOf(paperFor) || reader.supervises();
  }

  @Override
  public String toString() {
    return "LockedUpload[redacted]";
  }
}
