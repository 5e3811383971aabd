package org.homeward.intake.risk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.homeward.schema.facts.RiskLevel;
import org.jspecify.annotations.Nullable;

/** Decides what of an assessment leaves with its report, and what stays with the team. */
final class WhatStays {

  private WhatStays() {}

  /** The fields of a report that an assessment writes. */
  enum Part {
    LEVEL("risk"),
    CATEGORY("category");

    private final String field;

    Part(String field) {
      this.field = field;
    }

    /** The field of the report. */
    String field() {
      return field;
    }
  }

  /**
   * Of an assessment, those answers that may leave with its report: not said in confidence, and not
   * taken from another report that is held.
   *
   * @param held ids of the reports that are held
   */
  static List<Answered> open(List<Answered> answers, String report, Set<String> held) {
    return answers.stream()
        .filter(each -> !each.confidant())
        .filter(
            each ->
                each.from() == null || each.from().equals(report) || !held.contains(each.from()))
        .toList();
  }

  /**
   * A decision that the open answers alone would have proposed tells nothing of the others. Any
   * other may rest on them, and stays; what has stayed does so until they propose it. A level that
   * is lowered by a person who could not read what it rests on stays, too.
   *
   * @param before the assessment before; null when there was none
   * @param unread whether this person could not read all that it rests on
   */
  static Set<Part> of(
      Questions questions,
      List<Answered> answers,
      List<Answered> open,
      @Nullable Assessment before,
      boolean unread,
      RiskLevel level,
      AssessedCategory category) {
    Set<Part> may = EnumSet.noneOf(Part.class);
    if (open.size() < answers.size() || unread) {
      may.addAll(EnumSet.allOf(Part.class));
    }
    if (before != null) {
      may.addAll(before.stays()); // upholds 6
    }
    ProposedRisk proposed = ProposedRisk.of(questions, open);
    Set<Part> stays = EnumSet.noneOf(Part.class);
    if (may.contains(Part.LEVEL) && proposed.level() != level) {
      stays.add(Part.LEVEL); // upholds 6
    }
    if (may.contains(Part.CATEGORY) && proposed.category() != category) {
      stays.add(Part.CATEGORY); // upholds 6
    }
    if (unread && before != null && isLowered(level, ProposedRisk.of(questions, answers), before)) {
      stays.add(Part.LEVEL); // upholds 6
    }
    return stays;
  }

  private static boolean isLowered(RiskLevel level, ProposedRisk proposed, Assessment before) {
    return level.compareTo(proposed.level()) < 0 || level.compareTo(before.level()) < 0;
  }
}
