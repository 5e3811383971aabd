package org.homeward.intake.shifts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of what a shift leaves: the words, or a tombstone, which has no place for
 * any.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptShift.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Shift.class, name = KeptShift.SHIFT),
  @JsonSubTypes.Type(value = GoneShift.class, name = "GONE")
})
sealed interface KeptShift permits Shift, GoneShift {

  String KEPT = "kept";
  String SHIFT = "SHIFT";
}
