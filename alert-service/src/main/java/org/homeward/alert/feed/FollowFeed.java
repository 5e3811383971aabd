package org.homeward.alert.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.homeward.durable.log.Cursor;

/**
 * Tells one desk what comes, batch after batch, each a disclosure of its own, until it leaves, may
 * not read any more, or the process stops.
 */
public final class FollowFeed {

  /** Bounds what one entry of the audit trail speaks of. */
  private static final int BATCH = 50;

  /** So long at most a stream goes on after its key or its place is gone, when nothing is told. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final ReadFeed feed;
  private final HeadWatch watch;
  private final Duration sign;
  private final Duration heartbeat;

  /**
   * @param sign the longest silence on a stream
   * @param heartbeat the longest time without the newest place and the recent ids
   */
  public FollowFeed(ReadFeed feed, HeadWatch watch, Duration sign, Duration heartbeat) {
    this.feed = feed;
    this.watch = watch;
    this.sign = sign;
    this.heartbeat = heartbeat;
  }

  /** The desk's end of the stream; it throws when the desk has gone. */
  public interface Line {

    /** One that is new, out before this returns. */
    void item(FeedPage page, FeedPage.Placed item) throws IOException;

    /** Where the stream stands, and what was last. */
    void heartbeat(FeedPage page) throws IOException;

    /** A sign of life. */
    void sign() throws IOException;
  }

  /** The first batch. */
  public sealed interface Begin {

    record Told(FeedPage page) implements Begin {}

    /** The place is not in this log: the reader starts again there. */
    record Gone(Cursor restart) implements Begin {}

    /** The look could not be recorded, so nothing is told. */
    record Unrecorded() implements Begin {}
  }

  /**
   * @param after empty: from now on
   */
  public Begin begin(Reader reader, Optional<Cursor> after) {
    Cursor head = feed.head();
    return batch(reader, after.orElse(head), head);
  }

  /**
   * Tells the first batch and goes on after it; returns when nothing more may be told.
   *
   * @param mayRead asked at least every two seconds, and before each item
   */
  public void follow(Reader reader, BooleanSupplier mayRead, FeedPage first, Line line)
      throws IOException, InterruptedException {
    FeedPage last = first;
    if (!tell(first, mayRead, line)) {
      return;
    }
    long told = System.nanoTime();
    long beaten = told;
    while (true) {
      Optional<Cursor> head =
          last.more() ? Optional.of(feed.head()) : watch.awaitOther(last.next(), rest(told));
      if (watch.isClosed()) {
        return;
      }
      if (!mayRead.getAsBoolean()) return; // upholds 6
      if (head.isPresent()) {
        if (!(batch(reader, last.next(), head.get()) instanceof Begin.Told(FeedPage page))
            || !tell(page, mayRead, line)) {
          return;
        }
        last = page;
        told = System.nanoTime();
        beaten = told;
      } else if (System.nanoTime() - beaten >= heartbeat.toNanos()) {
        line.heartbeat(last);
        told = System.nanoTime();
        beaten = told;
      } else if (System.nanoTime() - told >= sign.toNanos()) {
        line.sign();
        told = System.nanoTime();
      }
    }
  }

  private Duration rest(long told) {
    Duration silence = sign.minusNanos(System.nanoTime() - told);
    return silence.compareTo(LOOK_EVERY) < 0 ? silence : LOOK_EVERY;
  }

  /** A slow line may take long over a batch: what is pending when the key goes is not told. */
  static boolean tell(FeedPage page, BooleanSupplier mayRead, Line line) throws IOException {
    for (FeedPage.Placed item : page.items()) {
      if (!mayRead.getAsBoolean()) return false; // upholds 6
      line.item(page, item);
    }
    line.heartbeat(page);
    return true;
  }

  private Begin batch(Reader reader, Cursor after, Cursor head) {
    return switch (feed.look(reader, new FeedWish.After(after, BATCH), head)) {
      case ReadFeed.Look.Gone(Cursor restart) -> new Begin.Gone(restart);
      case ReadFeed.Look.Found(FeedPart part) ->
          switch (feed.tell(reader, part)) {
            case FeedAnswer.Told(FeedPage page) -> new Begin.Told(page);
            case FeedAnswer.Unrecorded() -> new Begin.Unrecorded();
          };
    };
  }
}
