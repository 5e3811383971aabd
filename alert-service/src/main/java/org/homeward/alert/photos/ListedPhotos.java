package org.homeward.alert.photos;

import java.util.Map;
import java.util.Set;

/** The photos that a notice lists now: those of police, or those of the public. */
@FunctionalInterface
public interface ListedPhotos {

  /**
   * The sizes by the id of the link; nothing when it lists none, or is over.
   *
   * @param notice id of the police notice, or of the alert that everybody reads
   */
  Map<String, Set<String>> of(String notice);
}
