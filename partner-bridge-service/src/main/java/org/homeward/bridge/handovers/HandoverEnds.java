package org.homeward.bridge.handovers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.bridge.handovers.Dialogue.Brakes;
import org.homeward.bridge.handovers.dialogue.Withdrawal;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.schema.bridge.bodies.Brake;
import org.homeward.schema.bridge.bodies.BrakeReason;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/**
 * Renders an ending change of a handover for the ends log, from which a restored copy is brought up
 * to date. It also holds what a partner was told, because a copy that does not know it cannot
 * recall it.
 */
final class HandoverEnds {

  static final String TOLD = "told";
  static final String BRAKE = "brake";
  static final String RECALL = "recall";
  static final String FREEZE = "freeze";
  static final String END = "end";

  static final String PARTNER = "partner";
  static final String REASON = "reason";
  static final String HASH = "hash";
  static final String COUNT = "count";
  static final String REFERENCED = "referenced";

  private HandoverEnds() {}

  static List<EndsLine> of(Guarded<Handover> document, PendingChange change) {
    ChangeType type = ChangeType.of(change.type()).orElse(null);
    Handover state = document.state();
    String what =
        type == null
            ? null
            : switch (state) {
              case Owned owned -> owned(owned, type);
              case Held held -> held(held, type);
            };
    return what == null
        ? List.of()
        : List.of(
            new EndsLine(
                change.at(), "handover/" + document.id(), change.n(), what, codes(state, what)));
  }

  /** Freezes, ends and erasures of an own case come again from the case. */
  private static @Nullable String owned(Owned owned, ChangeType type) {
    return switch (type) {
      case HANDOVER_OFFERED, HANDOVER_RELEASED -> TOLD;
      case HANDOVER_BRAKED -> BRAKE;
      case HANDOVER_RECALLED, HANDOVER_REVOKED -> owned.recall() == null ? null : RECALL;
      default -> null;
    };
  }

  private static @Nullable String held(Held held, ChangeType type) {
    return switch (type) {
      case HANDOVER_FROZEN -> FREEZE;
      case HANDOVER_ENDED -> END;
      case HANDOVER_RECALLED, HANDOVER_REVOKED -> held.recall() == null ? null : RECALL;
      default -> null;
    };
  }

  private static Map<String, String> codes(Handover state, String what) {
    Map<String, String> codes = new TreeMap<>(Map.of(PARTNER, state.partner()));
    @Nullable Withdrawal recall =
        switch (state) {
          case Owned owned -> owned.recall();
          case Held held -> held.recall();
        };
    if (what.equals(RECALL) && recall != null) {
      codes.put(REASON, recall.reason().name());
      if (state instanceof Held && recall.hash() != null) {
        codes.put(HASH, recall.hash());
      }
    }
    @Nullable Brake brake = state instanceof Owned owned ? owned.offer().heard().brake() : null;
    if (what.equals(BRAKE)) {
      Brakes brakes = state.dialogue().brakes();
      codes.put(REASON, brake == null ? BrakeReason.OTHER.name() : brake.reason().text());
      codes.put(COUNT, String.valueOf(brakes.count()));
      codes.put(REFERENCED, String.valueOf(brakes.referenced()));
    }
    return codes;
  }
}
