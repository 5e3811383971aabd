package org.homeward.intake.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.KeptHistory;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.schema.event.ChangeType;

/** The write of a decided case, with its alarms. */
public final class CaseEdit {

  /** The due that stays from an erasure until it is told that nothing of it is kept. */
  public static final String TELL_DUE = "tell-forgotten";

  /** The due at which a brake that nobody has answered rings. */
  private static final String RING_DUE = "ring";

  /** The due at which a case at risk rings because its end is near. */
  private static final String KIND_DUE = "at-risk";

  private CaseEdit() {}

  /**
   * @param changes what the readers of the topic are told
   */
  public static Edit<KeptCase> of(KeptCase next, String by, Instant now, List<ChangeType> changes) {
    Map<String, Instant> dues = new TreeMap<>();
    if (next instanceof Case live) {
      dues.putAll(HoldReviews.dues(live));
      live.ringsAt().ifPresent(rings -> dues.put(RING_DUE, rings)); // upholds 11
      KindRuling kind = live.rulings().kind();
      boolean goesOn = live.standing() != Case.Standing.ENDED;
      if (goesOn) kind.ringsAt().ifPresent(at -> dues.put(KIND_DUE, at)); // upholds 11
    }
    if (next instanceof ErasedCase) dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    if (next instanceof ErasedCase) dues.put(TELL_DUE, now);
    return Edit.of(next, by, changes.stream().map(ChangeType::text).toArray(String[]::new))
        .withDues(dues);
  }
}
