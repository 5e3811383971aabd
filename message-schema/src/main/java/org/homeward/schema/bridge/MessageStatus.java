package org.homeward.schema.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Real or exercise; it never changes within a handover. */
public enum MessageStatus {
  @JsonProperty("Actual")
  ACTUAL,
  @JsonProperty("Exercise")
  EXERCISE;

  public static MessageStatus of(boolean exercise) {
    return exercise ? EXERCISE : ACTUAL;
  }

  public boolean isExercise() {
    return this == EXERCISE;
  }
}
