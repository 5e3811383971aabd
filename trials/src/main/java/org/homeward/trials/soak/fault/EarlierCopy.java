package org.homeward.trials.soak.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.local.backup.NodeCopy;
import org.homeward.local.node.NodePlan;
import org.homeward.local.node.Poll;
import org.homeward.trials.soak.history.Restored;

/**
 * A node dies and gets an earlier copy of its data, by the restore command or by somebody who only
 * replaces the store's file. It must detect that and send nothing until two people open it.
 */
record EarlierCopy() implements Fault {
  private static final List<String> WITH_DATA = List.of("alert", "bridge", "intake", "engines");
  private static final Duration MARKED = Duration.ofSeconds(25);
  private static final Duration TICK = Duration.ofMillis(200);

  @Override
  public String name() {
    return "earlier-copy";
  }

  @Override
  public boolean takesLong() {
    return true;
  }

  @Override
  public int rarity() {
    return 3;
  }

  @Override
  public String strike(NodePair pair) throws InterruptedException {
    String node = pair.random().nextInt(3) == 0 ? "gr" : "rs";
    boolean announced = pair.random().nextBoolean();
    try {
      return strike(pair, node, announced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String strike(NodePair pair, String node, boolean announced)
      throws IOException, InterruptedException {
    NodePlan plan = pair.node(node).plan();
    var history = pair.stage().history();
    var aroundBackup = pair.stage().load().aroundBackup(node);
    aroundBackup.before();
    Path directory = plan.directory().resolveSibling("copy-of-" + node);
    delete(directory);
    var copy = new NodeCopy(plan, directory);
    Instant copied = history.now();
    copy.make();
    aroundBackup.after();
    if (!announced && !Poll.until(MARKED, TICK, () -> isMarkedSince(plan, directory))) {
      announced = true; // nobody could see by itself that something is missing
    }
    pair.pause(1500, 2500); // what has just ended is in the ends log
    var opening = new Opening(pair, node, aroundBackup);
    int highest = opening.incarnation();
    String place = aroundBackup.head();

    Instant ended = history.now();
    WITH_DATA.forEach(process -> pair.kill(node, process));
    if (announced) {
      Files.deleteIfExists(Path.of(copy.restore(ended).before())); // it holds what was erased
    } else {
      Files.copy(directory.resolve("journal"), journal(plan), StandardCopyOption.REPLACE_EXISTING);
    }
    Instant started = history.now();
    Instant opened = started;
    try {
      pair.start(node, "engines");
      pair.awaitStarted();
      List.of("intake", "alert", "bridge").forEach(service -> pair.start(node, service));
      pair.awaitStarted();
      opening.isSeen(highest, place);
      opened = opening.open();
    } finally {
      history.add(new Restored(node, copied, ended, started, opened, opening.missing()));
      delete(directory);
    }
    return "%s back to a copy %s old, %s, open after %s"
        .formatted(
            node,
            NodePair.seconds(Duration.between(copied, ended)),
            announced ? "announced" : "not announced",
            NodePair.seconds(Duration.between(started, opened)));
  }

  /** Waits until each service's mark outside the store is newer than the copy. */
  private static boolean isMarkedSince(NodePlan plan, Path copy) {
    return List.of("intake", "alert", "bridge").stream()
        .map(service -> "run-" + service)
        .noneMatch(
            mark ->
                read(plan.data().resolve(mark)).equals(read(copy.resolve("data").resolve(mark))));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static Path journal(NodePlan plan) {
    return plan.directory().resolve("engines").resolve("store").resolve("journal");
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
