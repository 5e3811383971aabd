package org.homeward.intake.interviews;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.schema.disclosure.Exclusion;
import org.homeward.schema.facts.Feared;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks with the child; nobody who is involved in what it fled from.
 *
 * @param person opaque id, of our own staff alone
 * @param name of anybody else, in the words of the person who offers the interview
 */
record Interviewer(Office office, @Nullable String person, @Nullable String name) {

  /** For whom the interviewer works. */
  enum Office {
    HOTLINE,
    GUARDIANSHIP,
    PSYCHOLOGIST,
    SCHOOL,
    INSTITUTION,
    POLICE,
    ANOTHER_ORGANISATION
  }

  /** Why somebody does not speak with the child. */
  enum Objection {
    /** The case is kept from this person, or from a desk of this office. */
    KEPT_FROM,
    /** The child, or somebody else, fears people of this office. */
    FEARED,
    /** Nobody was asked whom the child fears, and children flee from such offices. */
    FEAR_NOT_ASKED
  }

  private static final Set<Office> FLED_FROM =
      EnumSet.of(Office.INSTITUTION, Office.SCHOOL, Office.POLICE);
  private static final Map<Feared, Set<Office>> FEARED =
      Map.of(
          Feared.INSTITUTION, EnumSet.of(Office.INSTITUTION, Office.SCHOOL),
          Feared.POLICE, EnumSet.of(Office.POLICE),
          Feared.OTHER, EnumSet.complementOf(EnumSet.of(Office.HOTLINE)));

  Interviewer {
    requireNonNull(office, "office");
    if ((office == Office.HOTLINE) != (person != null)) {
      throw new IllegalArgumentException("our own staff is named by id, and nobody else");
    }
  }

  /**
   * The rules, all of them asked.
   *
   * @param feared by all reports of the case
   * @param notTo from whom the case is kept
   */
  List<Objection> objections(Set<Feared> feared, Set<String> notTo) {
    return Stream.of(Objection.values()).filter(each -> applies(each, feared, notTo)).toList();
  }

  /** What such a person wrote down is kept, and does not stand for a child that was heard. */
  boolean isInvolved(Set<Feared> feared, Set<String> notTo) {
    return applies(Objection.KEPT_FROM, feared, notTo) || applies(Objection.FEARED, feared, notTo);
  }

  private boolean applies(Objection objection, Set<Feared> feared, Set<String> notTo) {
    return switch (objection) {
      case KEPT_FROM -> isKeptFrom(notTo);
      case FEARED ->
          feared.stream().anyMatch(each -> FEARED.getOrDefault(each, Set.of()).contains(office));
      case FEAR_NOT_ASKED -> feared.isEmpty() && FLED_FROM.contains(office);
    };
  }

  private boolean isKeptFrom(Set<String> notTo) {
    return person == null
        ? office == Office.POLICE && notTo.stream().anyMatch(Exclusion::isDesk)
        : notTo.contains(Exclusion.person(person));
  }

  @Override
  public String toString() {
    return "Interviewer[" + office + "]";
  }
}
