package org.homeward.intake.support;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a support, under the id of its care file, or the mark that it is gone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Support.class, name = KeptSupport.SUPPORT),
  @JsonSubTypes.Type(value = GoneSupport.class, name = "GONE")
})
sealed interface KeptSupport permits Support, GoneSupport {

  String KEPT = "kept";
  String SUPPORT = "SUPPORT";
}
