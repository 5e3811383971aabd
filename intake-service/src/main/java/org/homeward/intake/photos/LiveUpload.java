package org.homeward.intake.photos;

import java.time.Instant;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.jspecify.annotations.Nullable;

/** A photo or a paper that the team is shown, once a person has looked at it. */
sealed interface LiveUpload extends KeptUpload permits Photo, Photo.Waiting, Paper {

  UploadSeal seal();

  Deed uploaded();

  /** When the bytes as they came are deleted; null when there are none to delete. */
  @Nullable Instant originalUntil();

  /** The first look at it. */
  @Nullable Deed looked();

  /** Whether the team is shown it, and copies of the node take it. */
  default boolean isOpen() {
    return looked() != null;
  }

  LiveUpload lookedAt(Deed first);

  /** Its period is over: only what was made of it stays. */
  LiveUpload withoutOriginal();
}
