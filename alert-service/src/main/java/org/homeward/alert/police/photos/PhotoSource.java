package org.homeward.alert.police.photos;

import java.util.Optional;
import org.homeward.alert.police.notices.NoticePhoto;

/** Where the bytes of released photos come from. */
@FunctionalInterface
interface PhotoSource {

  /**
   * Empty when it is there no more.
   *
   * @throws PhotoAway when it cannot be reached now
   */
  Optional<byte[]> bytes(NoticePhoto photo, String size);

  /** Nothing is known of the photo. */
  final class PhotoAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PhotoAway(String message) {
      super(message);
    }
  }
}
