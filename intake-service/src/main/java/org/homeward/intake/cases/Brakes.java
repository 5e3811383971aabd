package org.homeward.intake.cases;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.intake.rulings.Rulings;

/** Brakes of partners that hold a case, and a supervisor's answer to those that she has seen. */
final class Brakes {

  private Brakes() {}

  /** The newest count of each partner's open brakes, by id of the handover. */
  static Map<String, Long> open(Case now) {
    Map<String, Long> open = new TreeMap<>();
    for (String subject : now.unanswered().keySet()) {
      long count = now.heard(subject).mark(Heard.Mark.LONE_BRAKE);
      open.put(subject.substring(Case.HANDOVER.length()), count);
    }
    return open;
  }

  /**
   * A brake that came later holds and rings on.
   *
   * @param seen count by id of the handover
   */
  static Case answered(Case now, Map<String, Long> seen, String reason, String by, Instant at) {
    Map<String, Long> answers = new TreeMap<>(now.rulings().answers());
    seen.forEach(
        (id, count) -> {
          String handover = Case.HANDOVER + id;
          long there = now.heard(handover).mark(Heard.Mark.LONE_BRAKE);
          long answered = Math.min(count, there); // upholds 11
          if (answered > 0) answers.merge(handover, answered, Math::max);
        });
    Case next = now.with(now.rulings().answered(new Rulings.BrakeEnd(at, by, reason, answers)));
    return next.isBraked() ? next : next.with(next.rulings().ringing(null));
  }
}
