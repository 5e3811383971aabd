package org.homeward.local.police;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.node.Poll;
import org.homeward.local.police.WalkFeed.Round;

/** A desk's reader, from its start to Ctrl-C. */
public final class PoliceFeed {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final WalkFeed follow;
  private final Screen screen;

  private PoliceFeed(WalkFeed follow, Screen screen) {
    this.follow = follow;
    this.screen = screen;
  }

  /** The reader cannot begin; the message says why. */
  public static final class CannotRead extends Exception {

    private static final long serialVersionUID = 1L;

    CannotRead(String why) {
      super(why);
    }
  }

  /**
   * A reader that goes on from its file.
   *
   * @param node scheme, host and port of the hotline
   * @param fingerprints of keys, as the hotline has told them; none when the file has them
   */
  public static PoliceFeed open(
      URI node, DeskLogin desk, Path file, Set<String> fingerprints, PrintStream out, Clock clock)
      throws CannotRead {
    try {
      var door = new HttpFeedDoor(node, desk);
      var positions = new PositionFile(file, node + " " + desk.id());
      Position kept = positions.read().orElseGet(() -> new Position("", Set.of(), Map.of()));
      Set<String> believed = new TreeSet<>(kept.believed());
      believed.addAll(fingerprints);
      if (believed.isEmpty()) {
        throw new CannotRead(
            "Give --fingerprint: the hotline tells it with the key of the desk. Messages that nobody"
                + " can verify are not shown.");
      }
      var screen = new Screen(out);
      var follow =
          new WalkFeed(
              door, new BelievedKeys(door, clock), positions, kept.believing(believed), screen);
      return new PoliceFeed(follow, screen);
    } catch (IllegalArgumentException | PositionFile.Foreign e) {
      throw new CannotRead(e.getMessage() + ".");
    } catch (IOException e) {
      throw new CannotRead(file + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Reads until the newest place; whether all of it was shown. */
  public boolean once() throws IOException {
    Round round = follow.round();
    while (round instanceof Round.Again) {
      round = follow.round();
    }
    return switch (round) {
      case Round.Whole(boolean believed) -> believed;
      case Round.Again() -> false;
      case Round.Later(String why, Duration _) -> ends("Not read: " + why + ".");
      case Round.Stop(String why) -> ends(why);
    };
  }

  /** Reads for ever; returns false when only a person can help, true when it is interrupted. */
  public boolean follow() throws IOException {
    int failed = 0;
    Duration pause = Duration.ZERO;
    Thread here = Thread.currentThread();
    while (!Poll.until(pause, pause, here::isInterrupted)) {
      switch (follow.round()) {
        case Round.Whole _ -> {
          failed = 0;
          pause = POLL;
        }
        case Round.Again() -> pause = Duration.ZERO;
        case Round.Later(String why, Duration after) -> {
          pause = pause(failed++, after);
          say("Not read: " + why + ". Next try in " + pause.toSeconds() + " s.");
        }
        case Round.Stop(String why) -> {
          return ends(why);
        }
      }
    }
    return true;
  }

  /** Doubles with each failure in a row, and is never shorter than the hotline asks for. */
  static Duration pause(int failed, Duration wish) {
    Duration own = SHORTEST.multipliedBy(1L << Math.min(failed, 6));
    Duration bounded = own.compareTo(LONGEST) > 0 ? LONGEST : own;
    return wish.compareTo(bounded) > 0 ? wish : bounded;
  }

  private boolean ends(String why) throws IOException {
    say(why);
    return false;
  }

  private void say(String text) throws IOException {
    screen.say(text);
    screen.flush();
  }
}
