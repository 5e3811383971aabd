package org.homeward.intake.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of an import: the import, or a tombstone, which has no place for words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KeptImport.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Import.class, name = KeptImport.IMPORT),
  @JsonSubTypes.Type(value = GoneImport.class, name = "GONE")
})
sealed interface KeptImport permits Import, GoneImport {

  String KEPT = "kept";
  String IMPORT = "IMPORT";

  boolean exercise();
}
