package org.homeward.intake.tips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How many tips of strangers this process stores within an hour, of one client and of all. The hour
 * slides by ten minutes. It forgets addresses with the hour, and writes none down.
 */
final class TipCeiling {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STEPS = 6;

  /** An IPv6 client is a /64 in hex; whoever rents a line often has the /48 around it. */
  private static final Pattern NETWORK = Pattern.compile("[0-9a-f]{16}");

  private static final int LINE = 12;

  /** Several households may share a /48. */
  private static final int CLIENTS_OF_A_LINE = 5;

  private final int ofClient;
  private final int ofNode;
  private final Clock clock;
  private final Instant begun;
  private final TreeMap<Long, Taken> steps = new TreeMap<>();

  TipCeiling(int ofClient, int ofNode, Clock clock) {
    this.ofClient = ofClient;
    this.ofNode = ofNode;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /** Whether one more is taken. */
  enum Room {
    FREE,
    CLIENT_HAS_SENT_MANY,
    NODE_HAS_TAKEN_MANY
  }

  /** What was taken within ten minutes. */
  private static final class Taken {
    private final Map<String, Integer> by = new HashMap<>();
    private int all;
  }

  /** Counts a tip of this client where there is room for it. */
  synchronized Room take(String client) {
    long step = Duration.between(begun, clock.instant()).dividedBy(STEP);
    steps.headMap(step - STEPS, true).clear();
    String line = line(client);
    if (takenBy(client) >= ofClient || takenBy(line) >= (long) ofClient * CLIENTS_OF_A_LINE) {
      return Room.CLIENT_HAS_SENT_MANY;
    }
    if (steps.values().stream().mapToInt(taken -> taken.all).sum() >= ofNode) {
      return Room.NODE_HAS_TAKEN_MANY;
    }
    Taken now = steps.computeIfAbsent(step, _ -> new Taken());
    now.all++;
    now.by.merge(client, 1, Integer::sum);
    if (!line.equals(client)) {
      now.by.merge(line, 1, Integer::sum);
    }
    return Room.FREE;
  }

  private static String line(String client) {
    return NETWORK.matcher(client).matches() ? client.substring(0, LINE) + "/48" : client;
  }

  private int takenBy(String client) {
    return steps.values().stream().mapToInt(taken -> taken.by.getOrDefault(client, 0)).sum();
  }
}
