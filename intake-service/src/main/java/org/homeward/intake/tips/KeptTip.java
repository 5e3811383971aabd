package org.homeward.intake.tips;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a tip: the tip, or its tombstone, which has no place for words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptTip.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Tip.class, name = KeptTip.TIP),
  @JsonSubTypes.Type(value = GoneTip.class, name = "GONE")
})
sealed interface KeptTip permits Tip, GoneTip {

  String KEPT = "kept";
  String TIP = "TIP";

  boolean exercise();
}
