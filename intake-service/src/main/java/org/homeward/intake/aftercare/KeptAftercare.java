package org.homeward.intake.aftercare;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of what comes after a find, under the id of its case: the decisions, or the
 * mark that the case is erased, over which nobody writes again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Aftercare.class, name = "AFTERCARE"),
  @JsonSubTypes.Type(value = GoneAftercare.class, name = "GONE")
})
sealed interface KeptAftercare permits Aftercare, GoneAftercare {}
