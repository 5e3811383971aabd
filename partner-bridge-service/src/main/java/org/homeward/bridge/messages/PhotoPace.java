package org.homeward.bridge.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How often a partner is answered with bytes: each such answer stays in chain and register. */
final class PhotoPace {

  /** A holder keeps what it got; it asks again only when the answer was lost. */
  static final Duration AGAIN = Duration.ofSeconds(30);

  static final int MOST_IN_AN_HOUR = 600;

  private static final Duration HOUR = Duration.ofHours(1);

  private final Set<String> inWork = new HashSet<>();
  private final Map<String, Deque<Handed>> byPartner = new HashMap<>();

  private record Handed(String handover, String photo, Instant at) {}

  /** False while another request of this partner is in work; else it must leave. */
  synchronized boolean enters(String partner) {
    return inWork.add(partner);
  }

  synchronized void leaves(String partner) {
    inWork.remove(partner);
  }

  synchronized boolean allows(String partner, String handover, String photo, Instant now) {
    Deque<Handed> handed = byPartner.getOrDefault(partner, new ArrayDeque<>());
    while (!handed.isEmpty() && !handed.getFirst().at().plus(HOUR).isAfter(now)) {
      handed.removeFirst();
    }
    return handed.size() < MOST_IN_AN_HOUR
        && handed.stream()
            .filter(each -> each.at().plus(AGAIN).isAfter(now))
            .noneMatch(each -> each.handover().equals(handover) && each.photo().equals(photo));
  }

  synchronized void handed(String partner, String handover, String photo, Instant now) {
    byPartner
        .computeIfAbsent(partner, _ -> new ArrayDeque<>())
        .addLast(new Handed(handover, photo, now));
  }
}
