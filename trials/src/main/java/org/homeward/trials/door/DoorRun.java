package org.homeward.trials.door;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;

/**
 * Attacks the gateway, then each service directly, while people work. It passes when no request of
 * these people is refused, each stop takes less than a second, no process dies, and each process
 * uses as much memory a minute later as it did before.
 */
public final class DoorRun {

  private static final double MEMORY = 0.10;

  /** A smaller difference is noise: caches fill and classes are loaded. */
  private static final long NOISE_KB = 4 * 1024;

  /** How long a slow machine is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration TICK = Duration.ofMillis(100);

  private static final List<String> PROCESSES =
      List.of("gateway", "intake", "alert", "bridge", "issuer");

  private static final List<String> OPEN_DATA =
      List.of("/api/v1/public/notices/", "/api/v1/public/notices", "/api/v1/public/feed");

  private static final List<String> PAGES = List.of("/n/", "/notices");

  private final Node node;
  private final Hotline hotline;
  private final Settings settings;
  private final PrintStream out;
  private final Clock clock;
  private final DeskLogin desk;

  public DoorRun(Node node, Settings settings, PrintStream out, Clock clock) {
    this.node = node;
    this.hotline = new Hotline(node.plan());
    this.settings = settings;
    this.out = out;
    this.clock = clock;
    this.desk = hotline.newDesk("door", false);
  }

  /**
   * @param slow connections on which a byte comes now and then
   * @param large bodies of 960 KB at a time
   * @param flood strangers that ask for alerts, one wish after the other; as many that send tips
   * @param readers strangers that ask for public pages, and as many that ask for what is on them
   * @param guesses strangers that try secrets, one after the other
   * @param warm how long people work before the strangers come
   * @param crowded how long those stay at least: a request a second is waited for
   * @param after how much later memory is looked at
   * @param looks how often, if a process still holds more than before
   * @param stop within so long every stop is answered
   */
  public record Settings(
      int slow,
      int large,
      int flood,
      int readers,
      int guesses,
      Duration warm,
      Duration crowded,
      Duration after,
      int looks,
      Duration stop) {

    /** Forty seconds at each door, a minute of rest. */
    public static final Settings FULL =
        new Settings(500, 100, 8, 32, 8, seconds(20), seconds(40), seconds(60), 1, seconds(1));

    /**
     * A short form for the suite, which says nothing about speed: a stop must not wait for a body
     * of a stranger, which may take thirty seconds.
     */
    public static final Settings SHORT =
        new Settings(500, 100, 4, 2, 4, seconds(3), seconds(8), seconds(8), 8, seconds(20));

    private static Duration seconds(int count) {
      return Duration.ofSeconds(count);
    }
  }

  /** Returns whether everything was kept. The node runs already. */
  public boolean run() throws IOException, InterruptedException {
    URI door = node.plan().door();
    boolean kept =
        at("the gateway", List.of(door), new Work.Doors(door, door, door, Optional.empty()));
    var straight =
        new Work.Doors(
            node.plan().at("intake"),
            node.plan().at("alert"),
            node.plan().at("bridge"),
            Optional.of(Files.readString(node.plan().stopKey()).strip()));
    return at(
            "the services",
            List.of(straight.intake(), straight.alert(), straight.bridge()),
            straight)
        && kept;
  }

  private boolean at(String where, List<URI> doors, Work.Doors work) throws InterruptedException {
    List<String> troubles = new ArrayList<>();
    List<Long> alive = pids();
    people(work, settings.warm(), troubles, doors, false);
    Map<String, Long> before = LiveHeap.of(node, PROCESSES);
    people(work, settings.crowded(), troubles, doors, true);
    rest(settings.after());
    if (!pids().equals(alive)) {
      troubles.add("a process died");
    } else {
      troubles.addAll(grown(before));
    }
    out.printf("at %s: %s%n", where, troubles.isEmpty() ? "kept" : "NOT KEPT");
    troubles.stream().limit(20).forEach(trouble -> out.println("  " + trouble));
    return troubles.isEmpty();
  }

  private void people(
      Work.Doors doorsOfWork, Duration time, List<String> troubles, List<URI> doors, boolean beside)
      throws InterruptedException {
    try (var work = new Work(hotline, doorsOfWork, desk)) {
      work.begin(clock);
      if (beside) {
        try (var strangers = new Strangers()) {
          strangers.hold(doors, settings.slow());
          strangers.heave(doors, settings.large());
          strangers.flood(List.of(doorsOfWork.alert()), settings.flood());
          strangers.tell(List.of(doorsOfWork.intake()), settings.flood());
          strangers.look(List.of(doorsOfWork.alert()), OPEN_DATA, settings.readers());
          strangers.look(List.of(node.plan().door()), PAGES, settings.readers());
          strangers.guess(
              node.plan().issuerAddress(), List.of(doorsOfWork.alert()), settings.guesses());
          rest(time);
          Poll.until(PATIENCE, TICK, () -> work.count() >= time.toSeconds());
          out.println("  " + strangers.told());
        }
      } else {
        rest(time);
      }
      out.println("  " + work.told());
      if (!beside) {
        return; // programs that have just been started are slow by themselves
      }
      troubles.addAll(work.refused());
      if (work.count() < time.toSeconds()) {
        troubles.add("only " + work.count() + " requests were answered");
      }
      if (work.slowestStop().compareTo(settings.stop()) > 0) {
        troubles.add("a stop took " + work.slowestStop().toMillis() + " ms");
      }
    }
  }

  /** The memory that a process holds more than before, at the last look. */
  private List<String> grown(Map<String, Long> before) throws InterruptedException {
    List<String> grown = grown(before, LiveHeap.of(node, PROCESSES));
    for (int look = 1; look < settings.looks() && !grown.isEmpty(); look++) {
      rest(settings.after());
      grown = grown(before, LiveHeap.of(node, PROCESSES));
    }
    return grown;
  }

  private List<String> grown(Map<String, Long> before, Map<String, Long> after) {
    List<String> grown = new ArrayList<>();
    before.forEach(
        (process, held) -> {
          long now = after.getOrDefault(process, 0L);
          out.printf("  %s holds %d KB, before %d KB%n", process, now, held);
          if (now - held > Math.max(NOISE_KB, held * MEMORY)) {
            grown.add("%s holds %d KB, before %d KB".formatted(process, now, held));
          }
        });
    return grown;
  }

  private List<Long> pids() {
    return PROCESSES.stream()
        .map(process -> node.processes().find(node.plan().process(process)))
        .map(live -> live.map(found -> found.pid()).orElse(0L))
        .toList();
  }

  private static void rest(Duration time) throws InterruptedException {
    new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
