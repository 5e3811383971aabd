package org.homeward.copies;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.homeward.schema.disclosure.Exclusion;
import org.homeward.schema.snapshots.CaseSnapshot;

/** The copy of a case: the newest state that its topic carried. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = CaseCopy.KEPT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = CaseCopy.Known.class, name = CaseCopy.KNOWN),
  @JsonSubTypes.Type(value = CaseCopy.Erased.class, name = "ERASED")
})
public sealed interface CaseCopy {

  /** The field of a stored copy that says whether it is a tombstone. */
  String KEPT = "kept";

  String KNOWN = "KNOWN";

  /** Where a stored copy of a case that is not erased has its {@code notTo}. */
  String NOT_TO_LIST = "snapshot.notTo";

  /** Where the stored copy of an erased case has it. */
  String NOT_TO_OF_ERASED = "notTo";

  /** Where a stored copy has it, of a case that is erased or not. */
  List<String> NOT_TO_LISTS = List.of(NOT_TO_LIST, NOT_TO_OF_ERASED);

  boolean exercise();

  /** Countries, nodes, desks and people that must not learn of it, erased or not. */
  Set<String> notTo();

  /** A country or a node that must not learn of it does not bind this node's own people. */
  default boolean isKeptFrom(String person) {
    return isKeptFrom(person, notTo());
  }

  /**
   * @param notTo of the case, or of what is made of it
   */
  static boolean isKeptFrom(String person, Set<String> notTo) {
    return notTo.contains(named(person)); // upholds 6
  }

  /** A person as a case names those from whom it is kept. */
  static String named(String person) {
    return Exclusion.person(person);
  }

  /** The case as sent; held reports stand in it as id and release only. */
  record Known(CaseSnapshot snapshot) implements CaseCopy {

    public Known {
      requireNonNull(snapshot, "snapshot");
    }

    @Override
    public boolean exercise() {
      return snapshot.exercise();
    }

    @Override
    public Set<String> notTo() {
      return snapshot.notTo();
    }
  }

  /**
   * The tombstone of a case that was erased.
   *
   * @param forgotten intake no longer holds either what the case was before
   * @param notTo those from whom the case was kept: they do not learn that there was one
   * @param recalled the partner that owns it has taken it back
   */
  record Erased(
      boolean exercise,
      YearMonth month,
      boolean forgotten,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> notTo,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean recalled)
      implements CaseCopy {

    public Erased {
      requireNonNull(month, "month");
      notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    }

    /** A tombstone of a case that was kept from nobody. */
    public Erased(boolean exercise, YearMonth month, boolean forgotten) {
      this(exercise, month, forgotten, Set.of(), false);
    }

    /** A tombstone of which intake may still keep the history. */
    public Erased(boolean exercise, YearMonth month) {
      this(exercise, month, false);
    }
  }
}
