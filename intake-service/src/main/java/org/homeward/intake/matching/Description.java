package org.homeward.intake.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.facts.Vehicle;
import org.homeward.schema.people.Companion;
import org.homeward.schema.people.Mark;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * The known facts of one child that others can be compared with.
 *
 * @param numbers all telephone numbers that may be compared, in E.164 form
 * @param ofMany those of them that many children share, such as an institution's
 * @param marks kind and part of the body
 * @param looks what can be told of a child whose name nobody knows
 */
public record Description(
    List<Name> names,
    @Nullable BirthSpan born,
    @Nullable Sex sex,
    Set<String> numbers,
    Set<String> ofMany,
    Set<String> marks,
    List<Name> companions,
    Set<String> plates,
    Looks looks) {

  public Description {
    names = List.copyOf(names);
    numbers = Set.copyOf(numbers);
    ofMany = Set.copyOf(ofMany);
    marks = Set.copyOf(marks);
    companions = List.copyOf(companions);
    plates = Set.copyOf(plates);
  }

  /**
   * Describes one child of a report or a call.
   *
   * @param said when that was
   * @param parts makes or remembers what a word of a name is
   */
  public static Description of(
      Says says,
      ChildFacts child,
      LocalDate said,
      Set<String> numbers,
      Function<String, NamePart> parts) {
    return new Description(
        child.names().stream().map(name -> Name.of(name.full(), parts)).toList(),
        BirthSpan.of(child, said),
        sex(child.sex()),
        numbers,
        Set.of(),
        child.marks().stream()
            .map(Description::mark)
            .filter(mark -> !mark.isEmpty())
            .collect(Collectors.toSet()),
        says.companions().stream()
            .map(Companion::name)
            .filter(Objects::nonNull)
            .map(PersonName::full)
            .map(name -> Name.of(name, parts))
            .toList(),
        plates(says.vehicle()),
        Looks.of(says, child));
  }

  /** Nobody knows who it is, or nobody has said. */
  public boolean isNameless() {
    return names.isEmpty();
  }

  boolean isNamedInFull() {
    return names.stream().anyMatch(name -> name.parts().size() > 1);
  }

  private static @Nullable Sex sex(@Nullable Code<Sex> code) {
    return code == null || !(code.is(Sex.FEMALE) || code.is(Sex.MALE)) ? null : code.value();
  }

  /** A mark without a body part is not compared. */
  private static String mark(Mark mark) {
    return mark.bodyPart() == null ? "" : mark.kind().text() + "/" + mark.bodyPart().text();
  }

  private static Set<String> plates(@Nullable Vehicle vehicle) {
    if (vehicle == null || vehicle.plate() == null) {
      return Set.of();
    }
    String plate = vehicle.plate().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return plate.isEmpty() ? Set.of() : Set.of(plate);
  }

  /** The same with more names. */
  public Description named(List<Name> all) {
    return new Description(all, born, sex, numbers, ofMany, marks, companions, plates, looks);
  }

  /** The same, knowing that these numbers are many children's, beside those known before. */
  public Description sharing(Set<String> withMany) {
    Set<String> all = new HashSet<>(ofMany);
    all.addAll(withMany);
    all.retainAll(numbers);
    return new Description(names, born, sex, numbers, all, marks, companions, plates, looks);
  }

  /** How like the two names are that are most alike, from 0 to 1. */
  double likestName(Description other) {
    double best = 0;
    for (Name one : names) {
      for (Name another : other.names) {
        best = Math.max(best, one.like(another));
      }
    }
    return best;
  }

  boolean sharesACompanion(Description other, double enough) {
    return companions.stream()
        .anyMatch(
            one -> other.companions.stream().anyMatch(another -> one.like(another) >= enough));
  }

  @Override
  public String toString() {
    return "Description[redacted]";
  }
}
