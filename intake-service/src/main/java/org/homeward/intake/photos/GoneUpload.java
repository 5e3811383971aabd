package org.homeward.intake.photos;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The tombstone of a photo or a paper; its bytes are deleted, and its key went with the document.
 *
 * @param handedOver of a destroyed one, the record of its hand-over to police
 * @param destroyed of a destroyed one, on whose written word
 */
record GoneUpload(
    String caseId,
    boolean exercise,
    How how,
    @Nullable ReferredDeed handedOver,
    @Nullable ReferredDeed destroyed,
    @Nullable Audience paperFor)
    implements KeptUpload {

  /** Nobody asks for a photo of last month; the record of a destroyed one stays. */
  static final Duration KEPT = Duration.ofDays(30);

  GoneUpload {
    requireNonNull(caseId, "caseId");
    requireNonNull(how, "how");
  }

  /** How it ended. */
  enum How {
    WITHDRAWN,
    /** A suspected abuse image, on the written word of police or a prosecutor. */
    DESTROYED,
    /** With its case. */
    ERASED
  }

  static GoneUpload withdrawn(KeptUpload of) {
    return of(of, How.WITHDRAWN);
  }

  static GoneUpload erased(KeptUpload of) {
    return of(of, How.ERASED);
  }

  private static GoneUpload of(KeptUpload of, How how) {
    return new GoneUpload(of.caseId(), of.exercise(), how, null, null, of.paperFor());
  }

  static GoneUpload destroyed(LockedUpload of, ReferredDeed handedOver, ReferredDeed destroyed) {
    return new GoneUpload(
        of.caseId(), of.exercise(), How.DESTROYED, handedOver, destroyed, of.paperFor());
  }

  /** On the written word of police or a prosecutor; the record says nothing of a child. */
  boolean isDestroyed() {
    return how == How.DESTROYED;
  }

  /** The record of a destroyed one stays with who decided it. */
  @Override
  public boolean isFor(Reader reader) {
    return reader.isOf(paperFor) || isDestroyed() && reader.supervises();
  }
}
