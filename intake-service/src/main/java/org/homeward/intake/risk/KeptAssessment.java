package org.homeward.intake.risk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of one assessment: the assessment, or the mark that its case is erased. Its
 * id is made of the case and its number, so that of two people who assess at once one is first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Assessment.class, name = "ASSESSMENT"),
  @JsonSubTypes.Type(value = GoneAssessment.class, name = "GONE")
})
sealed interface KeptAssessment permits Assessment, GoneAssessment {}
