package org.homeward.intake.rulings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.homeward.schema.people.OrdersFinding;
import org.homeward.schema.snapshots.OrdersChecked;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The word of police about custody and protection orders, as a person here recorded it.
 *
 * @param children of the case at that time; the word says nothing of one who joined later
 * @param named digests of their names and birth dates at that time; null in words of earlier builds
 * @param by opaque id of the person who recorded it
 */
public record OrdersCheck(
    Said said, Set<String> children, @Nullable Set<String> named, String by, Instant at) {

  public OrdersCheck {
    requireNonNull(said, "said");
    children = Set.copyOf(children);
    named = named == null ? null : Set.copyOf(named);
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  /**
   * The content of the word.
   *
   * @param reference of the police; null only for a mistake
   * @param officer who checked, and where; null only for a mistake
   * @param orders what was found, and who must not learn where the child is; null unless there are
   *     any
   * @param note in the person's words; never null for a mistake
   */
  public record Said(
      OrdersFinding finding,
      @Nullable String reference,
      @Nullable String officer,
      @Nullable String orders,
      @Nullable String note) {

    public Said {
      requireNonNull(finding, "finding");
      boolean isMistake = finding == OrdersFinding.MISTAKEN;
      if (isMistake) requireNonNull(note, "note");
      if (!isMistake) requireNonNull(reference, "reference"); // upholds 3
      if (!isMistake) requireNonNull(officer, "officer");
      if (finding == OrdersFinding.FOUND) requireNonNull(orders, "orders");
    }

    @Override
    public String toString() {
      return "Said[" + finding + "]";
    }
  }

  /** Whether it covers all of these children as they are named, and nobody has taken it back. */
  boolean standsFor(Set<String> these, Set<String> names) {
    boolean asked = named == null || named.containsAll(names);
    return said.finding() != OrdersFinding.MISTAKEN
        && children.containsAll(these) // upholds 3
        && asked; // upholds 3
  }

  /** Whether both take back what was said. Police who say the same again have looked again. */
  public boolean repeats(OrdersCheck before) {
    return said.finding() == OrdersFinding.MISTAKEN && said.equals(before.said);
  }

  /**
   * Whether what was approved by an earlier word must not go on: it finds more, or was mistaken.
   */
  public boolean upsets(OrdersCheck before) {
    boolean counted = before.said.finding() != OrdersFinding.MISTAKEN;
    boolean saysMore =
        said.finding() == OrdersFinding.MISTAKEN
            || (said.finding() == OrdersFinding.FOUND
                && !Objects.equals(said.orders(), before.said.orders()));
    return counted && saysMore;
  }

  /** For readers outside intake: what was found stays here. */
  public OrdersChecked told() {
    return new OrdersChecked(requireNonNull(said.reference()), at, Code.of(said.finding()));
  }

  @Override
  public String toString() {
    return "OrdersCheck[" + at + "]";
  }
}
