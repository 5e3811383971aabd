package org.homeward.bridge.messages;

import java.util.Optional;

/** The bytes of photos that this node lets partners have. */
interface OwnPhotos {

  /** Empty when they may not be had, or cannot be reached now. */
  Optional<byte[]> bytes(String photo, String size);

  /** Whether they may be had; false too when nobody can be asked now. Nothing is loaded for it. */
  boolean isForPartners(String photo, String size);
}
