package org.homeward.intake.interviews;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of one interview: the interview, or the mark that its case is erased. Its id
 * is made of the case, the child and its number, so that of two offers at once one is first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Interview.class, name = "INTERVIEW"),
  @JsonSubTypes.Type(value = GoneInterview.class, name = "GONE")
})
sealed interface KeptInterview permits Interview, GoneInterview {}
