package org.homeward.alert.police.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.alert.police.formats.FeedWish;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.HeadWatch;

/**
 * Streams the feed to one desk, batch after batch, each with its own disclosure, until the desk
 * leaves, loses its permission, or the process stops.
 */
final class FollowFeed {

  /** Bounds what one entry of the audit trail speaks of. */
  static final int BATCH = 50;

  /** How long, at most, a silent stream outlives its key or its place. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final ReadFeed feed;
  private final HeadWatch watch;
  private final Duration sign;
  private final Duration heartbeat;

  /**
   * @param sign the longest silence on a stream
   * @param heartbeat the longest time without the newest place and the recent ids
   */
  FollowFeed(ReadFeed feed, HeadWatch watch, Duration sign, Duration heartbeat) {
    this.feed = feed;
    this.watch = watch;
    this.sign = sign;
    this.heartbeat = heartbeat;
  }

  /** The desk's end of the stream; it throws when the desk has gone. */
  interface Line {

    /** Sends a new item; it is out before this returns. */
    void item(FeedPage page, FeedPage.Placed item) throws IOException;

    /** Sends the place of the stream and the newest notices. */
    void heartbeat(FeedPage page) throws IOException;

    /** A sign of life. */
    void sign() throws IOException;
  }

  /**
   * Tells the first batch and goes on after it; returns when nothing more may be told.
   *
   * @param mayRead asked at least every two seconds, and before each item
   */
  void follow(KnownDesk reader, BooleanSupplier mayRead, FeedPage first, Line line)
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
        FeedPage page = batch(reader, last.next(), head.get()).orElse(null);
        if (page == null || !tell(page, mayRead, line)) {
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

  /**
   * A batch may take long on a slow connection; items still pending when the key is revoked are not
   * sent.
   */
  static boolean tell(FeedPage page, BooleanSupplier mayRead, Line line) throws IOException {
    for (FeedPage.Placed item : page.items()) {
      if (!mayRead.getAsBoolean()) return false; // upholds 6
      line.item(page, item);
    }
    line.heartbeat(page);
    return true;
  }

  /**
   * Empty when the place or the record is gone: then the stream ends, and the reader asks again.
   */
  private Optional<FeedPage> batch(KnownDesk reader, Cursor after, Cursor head) {
    return feed.find(reader, new FeedWish.After(after, BATCH), head)
        .flatMap(part -> feed.tell(reader, part))
        .map(ReadFeed.Told::page);
  }
}
