package org.homeward.intake.drafts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/** The stored document of a draft: the draft, or its tombstone, which has no place for words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptDraft.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Draft.class, name = KeptDraft.DRAFT),
  @JsonSubTypes.Type(value = GoneDraft.class, name = "GONE")
})
sealed interface KeptDraft permits Draft, GoneDraft {

  String KEPT = "kept";
  String DRAFT = "DRAFT";

  boolean exercise();

  /** People who must not learn of it, named as a case names them, in every shape. */
  Set<String> notTo();
}
