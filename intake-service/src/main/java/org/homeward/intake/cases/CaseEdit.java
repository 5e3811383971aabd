package org.homeward.intake.cases;

import java.time.Duration;
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

  /** The due at which what follows from a new episode is done once more. */
  public static final String AGAIN_DUE = "again";

  /** Longer than a process needs to link what it has opened. */
  private static final Duration LINKED = Duration.ofMinutes(1);

  /** A write in this time sets the due once more. */
  private static final Duration SETTLED = Duration.ofDays(1);

  private CaseEdit() {}

  private static boolean isNewEpisode(Case live, Instant now) {
    return now.isBefore(live.openedAt().plus(SETTLED))
        && live.reports().stream().anyMatch(KeptReport::isOfNewEpisode);
  }

  /**
   * @param changes what the readers of the topic are told
   */
  public static Edit<KeptCase> of(KeptCase next, String by, Instant now, List<ChangeType> changes) {
    Map<String, Instant> dues = new TreeMap<>();
    if (next instanceof Case live) {
      dues.putAll(HoldReviews.dues(live));
      live.ringsAt().ifPresent(rings -> dues.put(RING_DUE, rings)); // upholds 11
      if (isNewEpisode(live, now)) {
        dues.put(AGAIN_DUE, live.openedAt().plus(LINKED)); // upholds 1
      }
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
