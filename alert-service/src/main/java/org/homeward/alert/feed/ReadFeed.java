package org.homeward.alert.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.disclosure.Disclosures;

/** Reads a part of the feed for one desk: places from the log, content from the current notices. */
public final class ReadFeed {

  /** How many ids a heartbeat names, as those of other alert feeds do. */
  private static final int RECENT = 10;

  private final FeedLog log;
  private final GuardedDocuments<PoliceNotice> notices;
  private final DiscloseNotices disclose;

  public ReadFeed(
      FeedLog log, GuardedDocuments<PoliceNotice> notices, Disclosures disclosures, String node) {
    this.log = log;
    this.notices = notices;
    this.disclose = new DiscloseNotices(disclosures, node);
  }

  /** Where a reader stands who asks. */
  public sealed interface Look {

    /** Nothing of it is told yet. */
    record Found(FeedPart part) implements Look {}

    /** The place is not in this log: the reader starts again there. */
    record Gone(Cursor restart) implements Look {}
  }

  /** The newest place. */
  public Cursor head() {
    return log.head();
  }

  /**
   * Finds what a reader asks for, and tells nothing.
   *
   * @param head as {@link #head} has told; what came later is for the next time
   */
  public Look look(Reader reader, FeedWish wish, Cursor head) {
    var walk = new PageWalk(log, reader.exercise());
    return switch (wish) {
      case FeedWish.Newest(int limit) -> {
        PageWalk.Walked walked = walk.newest(head.n(), Math.max(limit, RECENT));
        List<FeedEntry> newest = walked.entries();
        yield found(new PageWalk.Walked(first(limit, newest), walked.last()), newest, head);
      }
      case FeedWish.After(Cursor place, int limit) ->
          isKnown(place, head)
              ? found(
                  walk.forward(place.n(), head.n(), limit),
                  walk.newest(head.n(), RECENT).entries(),
                  head)
              : new Look.Gone(new Cursor(head.epoch(), 0));
    };
  }

  /** Tells a part to a desk, as far as it may know it, once the look is recorded. */
  public FeedAnswer tell(Reader reader, FeedPart part) {
    Optional<Map<String, FeedItem>> disclosed = disclose.to(reader, part.notices());
    return disclosed.isEmpty()
        ? new FeedAnswer.Unrecorded()
        : new FeedAnswer.Told(part.page(disclosed.get()));
  }

  private Look found(PageWalk.Walked walked, List<FeedEntry> newest, Cursor head) {
    return new Look.Found(FeedPart.read(walked, first(RECENT, newest), head, notices));
  }

  private static List<FeedEntry> first(int count, List<FeedEntry> entries) {
    return entries.subList(0, Math.min(count, entries.size()));
  }

  private static boolean isKnown(Cursor place, Cursor head) {
    return place.epoch().equals(head.epoch()) && place.n() <= head.n();
  }
}
