package org.homeward.intake.carefiles;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a care file: the file, or its tombstone, which has no place for words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptCareFile.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = CareFile.class, name = KeptCareFile.FILE),
  @JsonSubTypes.Type(value = GoneCareFile.class, name = "GONE")
})
sealed interface KeptCareFile permits CareFile, GoneCareFile {

  String KEPT = "kept";
  String FILE = "FILE";
}
