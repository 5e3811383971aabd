package org.homeward.intake.matching;

import static org.homeward.intake.matching.Compared.Level.DIFFERENT;
import static org.homeward.intake.matching.Compared.Level.LIKE;
import static org.homeward.intake.matching.Compared.Level.SAME;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.matching.Compared.Level;

/**
 * How alike two descriptions are, field by field. A field that one of them is without says nothing.
 *
 * @param name how alike the names are, from 0 to 1
 */
public record Likeness(List<Compared> fields, double name) {

  private static final double SAME_NAME = 0.93;
  private static final double LIKE_NAME = 0.80;
  private static final double ENOUGH = 10;
  private static final double WORTH_A_LOOK = 2.5;

  /** The same where what many children share is counted too. */
  private static final double WORTH_A_LOOK_BY_LOOKS = 3.5;

  /** Siblings and strangers share names; these are one person's, or nearly so. */
  private static final Set<Field> BESIDE_A_NAME =
      EnumSet.of(Field.BORN, Field.NUMBER, Field.MARK, Field.VEHICLE);

  public Likeness {
    fields = List.copyOf(fields);
  }

  /** The verdict. */
  public enum Verdict {
    SAME_CHILD,
    MAYBE,
    UNLIKE
  }

  public static Likeness of(Description one, Description other) {
    List<Compared> all = new ArrayList<>();
    double name = one.likestName(other);
    if (!one.names().isEmpty() && !other.names().isEmpty()) {
      all.add(name(name, one.isNamedInFull() && other.isNamedInFull()));
    }
    if (one.born() != null && other.born() != null) {
      all.add(born(one.born(), other.born()));
    }
    if (one.sex() != null && other.sex() != null) {
      boolean isSame = one.sex() == other.sex();
      all.add(new Compared(Field.SEX, isSame ? SAME : DIFFERENT, isSame ? 0.7 : -3));
    }
    number(one, other).ifPresent(all::add);
    addShared(all, Field.MARK, 3, one.marks(), other.marks());
    addShared(all, Field.VEHICLE, 4, one.plates(), other.plates());
    if (one.sharesACompanion(other, SAME_NAME)) {
      all.add(new Compared(Field.COMPANION, SAME, 2));
    }
    if (one.isNameless() || other.isNameless()) {
      all.addAll(one.looks().compared(other.looks()));
    }
    return new Likeness(all, name);
  }

  /** A first name or a surname alone may be a brother's. */
  private static Compared name(double like, boolean inFull) {
    if (like >= SAME_NAME) {
      return new Compared(Field.NAME, inFull ? SAME : LIKE, 5);
    }
    return like >= LIKE_NAME
        ? new Compared(Field.NAME, LIKE, 3)
        : new Compared(Field.NAME, DIFFERENT, -5);
  }

  private static Compared born(BirthSpan one, BirthSpan other) {
    if (one.isADay() && one.equals(other)) {
      return new Compared(Field.BORN, SAME, 6);
    }
    if (one.isTurnedRound(other)) {
      return new Compared(Field.BORN, LIKE, 3);
    }
    return one.overlaps(other)
        ? new Compared(Field.BORN, LIKE, 1.5)
        : new Compared(Field.BORN, DIFFERENT, -6);
  }

  /** Many children's number, such as an institution's, makes nobody the same child. */
  private static Optional<Compared> number(Description one, Description other) {
    Set<String> shared = new HashSet<>(one.numbers());
    shared.retainAll(other.numbers());
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    shared.removeAll(one.ofMany());
    shared.removeAll(other.ofMany());
    return Optional.of(
        shared.isEmpty()
            ? new Compared(Field.NUMBER, LIKE, 3)
            : new Compared(Field.NUMBER, SAME, 5));
  }

  /** Different numbers, marks or cars say nothing. */
  private static void addShared(
      List<Compared> to, Field field, double weight, Set<String> one, Set<String> other) {
    if (!Collections.disjoint(one, other)) {
      to.add(new Compared(field, SAME, weight));
    }
  }

  public double weight() {
    return fields.stream().mapToDouble(Compared::weight).sum();
  }

  /** The same without what speaks for it and many children share. */
  public double weightBeyondLooks() {
    double weight = weight();
    return Math.min(weight, weight - weightOfLooks());
  }

  /**
   * A name alone never says that it is the same child. Nor does a number, which is the whole
   * family's, where sex or birth speaks against it; one that many children share never does.
   */
  public Verdict verdict() {
    double weight = weight();
    boolean isAgainst = has(Field.BORN, DIFFERENT) || has(Field.SEX, DIFFERENT);
    boolean isNamedSo = has(Field.NAME, SAME);
    boolean isMore = BESIDE_A_NAME.stream().anyMatch(each -> has(each, SAME));
    if (isNamedSo && isMore && !isAgainst && weight >= ENOUGH) {
      return Verdict.SAME_CHILD;
    }
    boolean maybe =
        weight >= WORTH_A_LOOK_BY_LOOKS
            || (weight >= WORTH_A_LOOK && weightBeyondLooks() >= WORTH_A_LOOK);
    return maybe ? Verdict.MAYBE : Verdict.UNLIKE;
  }

  private double weightOfLooks() {
    return fields.stream()
        .filter(each -> Looks.SHARED_BY_MANY.contains(each.field()))
        .mapToDouble(Compared::weight)
        .sum();
  }

  private boolean has(Field field, Level level) {
    return fields.stream().anyMatch(each -> each.field() == field && each.level() == level);
  }
}
