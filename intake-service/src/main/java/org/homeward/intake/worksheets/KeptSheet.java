package org.homeward.intake.worksheets;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of a worksheet, under the id of its case: the sheet, or the mark that the
 * case is erased, over which nobody writes again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Worksheet.class, name = "SHEET"),
  @JsonSubTypes.Type(value = GoneSheet.class, name = "GONE")
})
sealed interface KeptSheet permits Worksheet, GoneSheet {}
