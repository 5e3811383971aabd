package org.homeward.intake.rulings;

import org.homeward.schema.facts.CasePhoto;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a person about one photo of a case.
 *
 * @param version of the photo
 * @param released what the readers of the case may know of it; null when police may not have it any
 *     more
 */
public record PhotoRuling(long version, @Nullable CasePhoto released) {

  @Override
  public String toString() {
    return "PhotoRuling[" + version + "]";
  }
}
