package org.homeward.console.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The case that a call is about; {@link #NONE} for a call about a new one.
 *
 * @param who its children, in words
 * @param children in words, by id
 * @param saves whether the form is saved while somebody types: the team finds a draft, also those
 *     from whom this case is kept
 */
record JoinedCase(String id, String code, String who, Map<String, String> children, boolean saves) {

  static final JoinedCase NONE = new JoinedCase("", "", "", Map.of(), true);

  JoinedCase {
    children = Collections.unmodifiableMap(new LinkedHashMap<>(children)); // in its order
  }

  boolean isNone() {
    return id.isEmpty();
  }

  @Override
  public String toString() {
    return "JoinedCase[" + id + "]";
  }
}
