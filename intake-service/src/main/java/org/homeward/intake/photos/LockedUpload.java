package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A suspected abuse image, or a paper with one. Only the bytes as they came are kept, for police;
 * nobody here is shown it again. Its case can be erased and not the evidence: the written word of
 * police ends that.
 *
 * @param child of a photo, whom it was said to show; null once its case is erased
 * @param handedOver who decided that police collect it; null until a supervisor has
 * @param caseErased whether only this is left of its case
 */
record LockedUpload(
    String caseId,
    @Nullable String child,
    boolean exercise,
    UploadSeal seal,
    Deed uploaded,
    Deed locked,
    @Nullable ReferredDeed handedOver,
    @Nullable Audience paperFor,
    boolean caseErased)
    implements KeptUpload {

  /** The digest of the large one stays, so that the picture is known again. */
  private static final UploadPart[] MADE = {UploadPart.SMALL, UploadPart.MIDDLE, UploadPart.VEILED};

  LockedUpload {
    requireNonNull(caseId, "caseId");
    requireNonNull(seal, "seal");
    requireNonNull(uploaded, "uploaded");
    requireNonNull(locked, "locked");
  }

  static LockedUpload of(LiveUpload live, Deed locked) {
    return new LockedUpload(
        live.caseId(),
        switch (live) {
          case Photo photo -> photo.child();
          case Photo.Waiting waiting -> waiting.photo().child();
          case Paper _ -> null;
        },
        live.exercise(),
        live.seal().without(MADE),
        live.uploaded(),
        locked,
        null,
        live.paperFor(),
        false);
  }

  LockedUpload handedOver(ReferredDeed deed) {
    return new LockedUpload(
        caseId, child, exercise, seal, uploaded, locked, deed, paperFor, caseErased);
  }

  /** Nothing of it says any more which child it was about. */
  LockedUpload ofErasedCase() {
    return new LockedUpload(
        caseId, null, exercise, seal, uploaded, locked, handedOver, paperFor, true);
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
