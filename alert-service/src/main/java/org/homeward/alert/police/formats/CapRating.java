package org.homeward.alert.police.formats;

import java.util.List;
import java.util.Map;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.ChildState;
import org.homeward.schema.people.ChildStatus;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Maps our codes to those of CAP.
 *
 * <ul>
 *   <li>Urgency is how soon somebody must act: HIGH risk at once, MEDIUM within the hour, LOW and
 *       NO_APPARENT in the near future.
 *   <li>Severity is what threatens: HIGH is Severe, and Extreme when death is stated to be near or
 *       a vital medicine is missing; MEDIUM is Moderate, LOW and NO_APPARENT are Minor.
 *   <li>Certainty is whether the child is missing: Likely, for somebody has said so; Possible when
 *       somebody says of every child that it was found, and nobody has verified that.
 *   <li>A missing assessment and a code of a newer list are Unknown, so nothing is understated.
 *   <li>The event code CAE (child abduction emergency) is for an abduction by others, and for one
 *       by a parent at HIGH risk; it comes with EU-Amber, the level of EU-Alert (ETSI TS 102 900)
 *       for the same. MEP (missing and endangered person) is for any other child at MEDIUM or HIGH
 *       risk or with a criterion of danger; the rest fits neither and has none.
 * </ul>
 */
record CapRating(String urgency, String severity, String certainty, List<EventCode> eventCodes) {

  private static final String UNKNOWN = "Unknown";

  private static final List<EventCode> ABDUCTED =
      List.of(new EventCode("SAME", "CAE"), new EventCode("EU-ALERT", "EU-Amber"));

  private static final List<EventCode> ENDANGERED = List.of(new EventCode("SAME", "MEP"));

  CapRating {
    eventCodes = List.copyOf(eventCodes);
  }

  /**
   * The name of such an event in another alert system.
   *
   * @param list CAP's {@code valueName}: who gave it that code
   */
  record EventCode(String list, String value) {}

  static CapRating of(Says facts, Map<String, ChildStatus> children) {
    return new CapRating(
        urgency(facts.risk()), severity(facts.risk()), certainty(children), eventCodes(facts));
  }

  /** In words, of codes only. */
  static String event(Says facts, int children) {
    if (isAbduction(facts.category())) {
      return "Child abduction";
    }
    return children > 1 ? "Missing children" : "Missing child";
  }

  /** CAP's category of the event. */
  static List<String> categories(Says facts) {
    return isAbduction(facts.category()) ? List.of("Rescue", "Security") : List.of("Rescue");
  }

  private static String urgency(@Nullable Risk risk) {
    if (risk == null) {
      return UNKNOWN;
    }
    return switch (risk.level().value()) {
      case HIGH -> "Immediate";
      case MEDIUM -> "Expected";
      case LOW, NO_APPARENT -> "Future";
      case OTHER -> UNKNOWN;
    };
  }

  private static String severity(@Nullable Risk risk) {
    if (risk == null) {
      return UNKNOWN;
    }
    return switch (risk.level().value()) {
      case HIGH ->
          states(risk, RiskCriterion.DANGER_OF_DEATH) || states(risk, RiskCriterion.VITAL_MEDICINE)
              ? "Extreme"
              : "Severe";
      case MEDIUM -> "Moderate";
      case LOW, NO_APPARENT -> "Minor";
      case OTHER -> UNKNOWN;
    };
  }

  private static String certainty(Map<String, ChildStatus> children) {
    List<ChildState> open =
        children.values().stream()
            .map(ChildStatus::status)
            .filter(state -> state != ChildState.ENDED)
            .toList();
    boolean saidToBeFound =
        !open.isEmpty() && open.stream().allMatch(ChildState.LOCATED_UNVERIFIED::equals);
    return saidToBeFound ? "Possible" : "Likely";
  }

  private static List<EventCode> eventCodes(Says facts) {
    Risk risk = facts.risk();
    Code<Category> category = facts.category();
    boolean high = risk != null && risk.level().is(RiskLevel.HIGH);
    if (category != null
        && (category.is(Category.THIRD_PARTY_ABDUCTION)
            || (category.is(Category.PARENTAL_ABDUCTION) && high))) {
      return ABDUCTED;
    }
    boolean endangered =
        risk != null && (high || risk.level().is(RiskLevel.MEDIUM) || !risk.criteria().isEmpty());
    return endangered ? ENDANGERED : List.of();
  }

  private static boolean isAbduction(@Nullable Code<Category> category) {
    return category != null
        && (category.is(Category.THIRD_PARTY_ABDUCTION)
            || category.is(Category.PARENTAL_ABDUCTION));
  }

  private static boolean states(Risk risk, RiskCriterion criterion) {
    return risk.criteria().stream().anyMatch(code -> code.is(criterion));
  }
}
