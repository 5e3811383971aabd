package org.homeward.local.police;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.cap.CapVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed from where it stood to its end, round after round.
 *
 * <p>What came is shown first, and the place is stored afterwards: whatever dies in between, the
 * next start shows it once more and misses nothing. While something on a page may not be believed,
 * the place stays before that page; what comes after it is shown all the same.
 */
final class WalkFeed {

  private final FeedDoor door;
  private final BelievedKeys keys;
  private final Positions positions;
  private final Screen screen;
  private final ReadFeedPart read;
  private final Set<String> warned = new HashSet<>();
  private final Map<String, Integer> missed = new HashMap<>();
  private Position position;
  private @Nullable Position kept;

  WalkFeed(
      FeedDoor door, BelievedKeys keys, Positions positions, Position position, Screen screen) {
    this.door = door;
    this.keys = keys;
    this.positions = positions;
    this.position = position;
    this.screen = screen;
    this.read = new ReadFeedPart(keys::key);
  }

  sealed interface Round {

    /**
     * Everything that the feed had was looked at.
     *
     * @param believed whether all of it was shown
     */
    record Whole(boolean believed) implements Round {}

    /** Something was missed, or has moved: the next round begins at once. */
    record Again() implements Round {}

    record Later(String why, Duration after) implements Round {}

    record Stop(String why) implements Round {}
  }

  /** A round that ends before its end goes on from its last place. */
  private static final class Ends extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Round round;

    Ends(Round round) {
      this.round = round;
    }
  }

  /**
   * Reads until the newest place.
   *
   * @throws IOException when something could not be printed or stored: then nobody may go on
   */
  Round round() throws IOException {
    try {
      believe(keys.renew(position.believed()));
      String from = position.place().isEmpty() ? beginning() : position.place();
      return walk(from);
    } catch (Ends ends) {
      return ends.round;
    }
  }

  private void believe(BelievedKeys.Asked asked) throws Ends, IOException {
    switch (asked) {
      case THERE -> {
        Set<String> now = keys.fingerprints(position.believed());
        if (!now.equals(position.believed())) {
          position = position.believing(now);
          keep();
        }
      }
      case LATER ->
          throw new Ends(
              new Round.Later("the hotline shows no key of its messages", Duration.ZERO));
      case STRANGE ->
          throw new Ends(
              new Round.Stop(
                  "The hotline's keys are not the one that this reader was told. Call the hotline,"
                      + " compare the fingerprint, and start with --fingerprint."));
    }
  }

  private String beginning() throws Ends, IOException {
    return FeedPart.beginning(page("").head());
  }

  private Round walk(String first) throws Ends, IOException {
    boolean isWhole = FeedPart.number(first) == 0;
    boolean believed = true;
    Set<String> there = new HashSet<>();
    String from = first;
    while (true) {
      FeedPart part = page(from);
      if (part.next().isEmpty() || (part.next().equals(from) && !part.isLast())) {
        return new Round.Later("a page of the feed leads nowhere", Duration.ZERO);
      }
      for (Entry entry : part.entries()) {
        there.add(entry.notice());
        believed &= take(entry);
      }
      screen.flush();
      if (believed) position = position.at(part.next());
      keep();
      if (part.isLast()) {
        if (isWhole && believed) {
          lookForMissing(there);
        }
        return believed && misses(part) ? new Round.Again() : new Round.Whole(believed);
      }
      from = part.next();
    }
  }

  /** Asks for the keys once more when a message names one that is not known. */
  private FeedPart page(String place) throws Ends, IOException {
    byte[] atom =
        switch (door.page(place)) {
          case FeedDoor.Answer.Page(byte[] bytes) -> bytes;
          case FeedDoor.Answer.Later(String why, Duration after) ->
              throw new Ends(new Round.Later(why, after));
          case FeedDoor.Answer.Refused(String why) -> throw new Ends(new Round.Stop(why));
          case FeedDoor.Answer.Restart(String start) -> throw restarted(start);
        };
    try {
      FeedPart part = read.read(atom);
      if (part.entries().stream().noneMatch(WalkFeed::isOfUnknownKey)) {
        return part;
      }
      believe(keys.ask(position.believed()));
      return read.read(atom);
    } catch (ReadFeedPart.NoFeed e) {
      throw new Ends(new Round.Later(String.valueOf(e.getMessage()), Duration.ZERO));
    }
  }

  private static boolean isOfUnknownKey(Entry entry) {
    return entry instanceof Entry.Doubtful doubtful
        && doubtful.reason() == CapVerdict.Reason.UNKNOWN_KEY;
  }

  /** An edition that was shown before is not shown again. */
  private Ends restarted(String start) throws IOException {
    if (start.equals(position.place())) {
      return new Ends(new Round.Later("the feed has no beginning", Duration.ZERO));
    }
    screen.say("The hotline was restored: everything is read once more.");
    screen.flush();
    position = position.at(start);
    keep();
    return new Ends(new Round.Again());
  }

  /** Whether the entry counts as shown. */
  private boolean take(Entry entry) {
    Optional<Held> before = Optional.ofNullable(position.notices().get(entry.notice()));
    switch (entry) {
      case Entry.Message message -> {
        if (!before.equals(Optional.of(message.held()))) {
          screen.show(message, before);
          position = position.shown(message.notice(), message.held());
        }
        return true;
      }
      case Entry.Stone stone -> {
        if (before.filter(Held::over).isEmpty()) {
          screen.show(stone);
        }
        position = position.shown(stone.notice(), Held.GONE);
        return true;
      }
      case Entry.Doubtful doubtful -> {
        if (warned.add(doubtful.notice() + " " + doubtful.reason())) {
          screen.warn(doubtful);
        }
        return false;
      }
    }
  }

  /** Names each notice that was on before everything was read, and is nowhere now. */
  private void lookForMissing(Set<String> there) throws IOException {
    for (var each : position.notices().entrySet()) {
      if (!each.getValue().over() && !there.contains(each.getKey())) {
        screen.missing(each.getKey());
        position = position.shown(each.getKey(), Held.GONE);
      }
    }
    screen.flush();
    keep();
  }

  private void keep() throws IOException {
    if (!position.equals(kept)) {
      positions.keep(position);
      kept = position;
    }
  }

  /**
   * Whether the feed names a notice that was not shown in this edition. It may have changed while
   * the page was written: then the next round shows it. If that round does not, everything is read
   * once more, and no second time for the same edition.
   */
  private boolean misses(FeedPart part) throws IOException {
    Map<String, Integer> before = Map.copyOf(missed);
    missed.clear();
    for (FeedPart.Recent recent : part.recent()) {
      Held held = position.notices().get(recent.notice());
      if (held == null || held.edition() < recent.edition()) {
        String edition = recent.notice() + "." + recent.edition();
        missed.put(edition, before.getOrDefault(edition, 0) + 1);
      }
    }
    if (missed.containsValue(2)) {
      screen.say("A notice was missed: everything is read once more.");
      screen.flush();
      position = position.at(FeedPart.beginning(part.head()));
      keep();
    }
    return missed.containsValue(1) || missed.containsValue(2);
  }
}
