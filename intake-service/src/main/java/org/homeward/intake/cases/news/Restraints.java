package org.homeward.intake.cases.news;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.Heard;
import org.homeward.intake.cases.Heard.Mark;
import org.homeward.schema.snapshots.HandoverBrake;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.schema.snapshots.HandoverSnapshot;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a handover freezes or brakes the case. An event that a lift has overridden and a
 * brake that was counted do nothing again, however late and however often they come.
 */
final class Restraints {

  private static final String BY = "bridge";

  /** An earlier build sends no number; its brake counts as one with a reference. */
  private static final HandoverBrake UNNUMBERED = new HandoverBrake(1, true);

  private static final Set<HandoverStatus> OVER =
      EnumSet.of(
          HandoverStatus.REJECTED,
          HandoverStatus.REVOKED,
          HandoverStatus.RECALLED,
          HandoverStatus.CLOSED);

  private Restraints() {}

  static Case after(Case now, News news, HandoverSnapshot told, Instant at) {
    boolean overridden = news.version() <= now.rulings().overridden(news.subject());
    if (overridden) return now; // upholds 4
    Heard heard = now.heard(news.subject());
    HandoverBrake brake = brake(told);
    boolean ownerFreezes =
        isFrozenByItsOwner(told) && news.version() > heard.mark(Mark.OWNER_FROZE);
    boolean freezes =
        brake != null && mark(told, brake) == Mark.REFERENCED_BRAKE && isNew(heard, told, brake);
    boolean holds =
        brake != null && mark(told, brake) == Mark.LONE_BRAKE && isNew(heard, told, brake);
    if (ownerFreezes || freezes) {
      return now.frozen(at, BY);
    }
    return holds ? now.braked(at) : now;
  }

  static Map<Mark, Long> marks(News news, HandoverSnapshot told) {
    Map<Mark, Long> marks = new EnumMap<>(Mark.class);
    HandoverBrake brake = brake(told);
    if (brake != null) {
      marks.put(mark(told, brake), brake.count());
    }
    if (isFrozenByItsOwner(told)) {
      marks.put(Mark.OWNER_FROZE, news.version());
    }
    if (OVER.contains(told.status())) {
      marks.put(Mark.OVER, news.version());
    }
    return marks;
  }

  /** In a handover of our own case it is our own freeze that comes back. */
  private static boolean isFrozenByItsOwner(HandoverSnapshot told) {
    return told.frozen() && told.role() == HandoverSide.HOLDER;
  }

  private static @Nullable HandoverBrake brake(HandoverSnapshot told) {
    return told.brake() == null && told.braked() ? UNNUMBERED : told.brake();
  }

  /** A brake that this node has sent itself stops everything here, with a reference or without. */
  private static Mark mark(HandoverSnapshot told, HandoverBrake brake) {
    return brake.referenced() || told.role() == HandoverSide.HOLDER
        ? Mark.REFERENCED_BRAKE
        : Mark.LONE_BRAKE;
  }

  private static boolean isNew(Heard heard, HandoverSnapshot told, HandoverBrake brake) {
    return brake.count() > heard.mark(mark(told, brake));
  }
}
