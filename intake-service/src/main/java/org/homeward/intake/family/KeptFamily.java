package org.homeward.intake.family;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of a family, under the id of its case: the contacts, or the mark that the
 * case is erased, over which nobody writes again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Family.class, name = "FAMILY"),
  @JsonSubTypes.Type(value = GoneFamily.class, name = "GONE")
})
sealed interface KeptFamily permits Family, GoneFamily {}
