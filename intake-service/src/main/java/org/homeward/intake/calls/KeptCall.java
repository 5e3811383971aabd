package org.homeward.intake.calls;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** The stored document of a call: the call, or its tombstone, which has no place for words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptCall.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Call.class, name = KeptCall.CALL),
  @JsonSubTypes.Type(value = GoneCall.class, name = "GONE")
})
sealed interface KeptCall permits Call, GoneCall {

  String KEPT = "kept";
  String CALL = "CALL";

  boolean exercise();

  /** People who must not learn of it, named as a case names them, in every shape. */
  Set<String> notTo();
}
