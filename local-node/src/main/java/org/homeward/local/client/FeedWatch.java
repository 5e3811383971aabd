package org.homeward.local.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.local.node.Poll;
import tools.jackson.databind.JsonNode;

/** Polls a desk's feed and records the time at which each plate first appeared. */
public final class FeedWatch implements AutoCloseable {
  /** The pause between two polls; it adds up to this time to every latency. */
  public static final Duration PAUSE = Duration.ofMillis(10);

  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final PoliceReader desk;
  private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
  private final Thread follower;
  private String place;

  /** Starts at the feed's present head. */
  public FeedWatch(PoliceReader desk) {
    this(desk, PAUSE);
  }

  /**
   * The same, at another pace.
   *
   * @param pause adds up to this to every latency
   */
  public FeedWatch(PoliceReader desk, Duration pause) {
    this.desk = desk;
    this.place = desk.head();
    follower =
        Thread.ofVirtual().name("feed watch").start(() -> Poll.until(FOR_EVER, pause, this::look));
  }

  /** {@link System#nanoTime} of the answer that contained the plate. */
  public OptionalLong seen(String plate) {
    Long at = firstSeen.get(plate);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  public boolean await(String plate, Duration patience) {
    return Poll.until(patience, PAUSE, () -> firstSeen.containsKey(plate));
  }

  @Override
  public void close() {
    follower.interrupt();
  }

  /** Never true: it polls until it is closed. */
  private boolean look() {
    try {
      Answer page = desk.after(place);
      if (page.isSuccess()) {
        long now = System.nanoTime();
        for (JsonNode item : page.json().path("items")) {
          firstSeen.putIfAbsent(PoliceReader.plate(item), now);
        }
        place = page.text("next");
      }
    } catch (UncheckedIOException away) {
      // A part of the node is being killed or restarted; the next look finds what came meanwhile.
    }
    return false;
  }
}
