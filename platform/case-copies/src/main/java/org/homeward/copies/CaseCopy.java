package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.YearMonth;
import org.homeward.schema.facts.CaseSnapshot;

/** What is kept here of a case: what its topic told last. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CaseCopy.Known.class, name = "KNOWN"),
  @JsonSubTypes.Type(value = CaseCopy.Erased.class, name = "ERASED")
})
public sealed interface CaseCopy {

  boolean exercise();

  /** The case as sent; held reports stand in it as id and release only. */
  record Known(CaseSnapshot snapshot) implements CaseCopy {

    public Known {
      requireNonNull(snapshot, "snapshot");
    }

    @Override
    public boolean exercise() {
      return snapshot.exercise();
    }
  }

  /** The tombstone of a case that was erased. */
  record Erased(boolean exercise, YearMonth month) implements CaseCopy {

    public Erased {
      requireNonNull(month, "month");
    }
  }
}
