package org.homeward.intake.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** The stored document of a case: the case, or its tombstone, which has no place for facts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Case.class, name = "CASE"),
  @JsonSubTypes.Type(value = ErasedCase.class, name = "ERASED")
})
public sealed interface KeptCase permits Case, ErasedCase {

  String id();

  /** Slug of the node that opened the case and owns it. */
  String home();

  boolean exercise();

  /** Countries, nodes, desks and people that must not learn of it. */
  Set<String> notTo();

  /** Somebody from whom the case is kept does not find it, erased or not. */
  default boolean isKeptFrom(String person) {
    return notTo().contains("person:" + person);
  }
}
