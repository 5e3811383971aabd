package org.homeward.alert.police.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.alert.police.desks.Reader;
import org.homeward.alert.police.documents.FeedPage;
import org.homeward.alert.police.documents.FeedWish;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.disclosure.Disclosures;

/** Reads a part of the feed for one desk: places from the log, content from the current notices. */
final class ReadFeed {

  /** How many ids a heartbeat names, as those of other alert feeds do. */
  private static final int RECENT = 10;

  private final FeedLog log;
  private final Function<String, Optional<Guarded<PoliceNotice>>> notices;
  private final DiscloseNotices disclose;

  ReadFeed(
      FeedLog log,
      Function<String, Optional<Guarded<PoliceNotice>>> notices,
      Disclosures disclosures,
      Disclosures ends,
      References references,
      String node) {
    this.log = log;
    this.notices = notices;
    this.disclose = new DiscloseNotices(disclosures, ends, references, node);
  }

  /** The newest place. */
  Cursor head() {
    return log.head();
  }

  /**
   * Finds the part that a reader asks for, without disclosing it. Empty when the place is not in
   * this log: then the reader starts again at the log's beginning.
   *
   * @param head as {@link #head} has told; what came later is for the next time
   */
  Optional<FeedPart> find(Reader reader, FeedWish wish, Cursor head) {
    var walk = new PageWalk(log, reader.exercise());
    return switch (wish) {
      case FeedWish.Newest(int limit) -> {
        PageWalk.Walked walked = walk.newest(head.n(), Math.max(limit, RECENT));
        List<FeedEntry> newest = walked.entries();
        yield Optional.of(
            part(new PageWalk.Walked(first(limit, newest), walked.last()), newest, head));
      }
      case FeedWish.After(Cursor place, int limit) ->
          isKnown(place, head)
              ? Optional.of(
                  part(
                      walk.forward(place.n(), head.n(), limit),
                      walk.newest(head.n(), RECENT).entries(),
                      head))
              : Optional.empty();
    };
  }

  /**
   * A page for a desk.
   *
   * @param part the share of the wanted part that the page tells
   */
  record Told(FeedPart part, FeedPage page) {}

  /**
   * Tells a part to a desk, as far as it may know it. When the look cannot be recorded, it tells
   * the ends before the first search that is on; empty when there are none.
   */
  Optional<Told> tell(Reader reader, FeedPart part) {
    return whole(reader, part)
        .or(() -> part.untilFirstActive().flatMap(ends -> whole(reader, ends))); // upholds 4
  }

  private Optional<Told> whole(Reader reader, FeedPart part) {
    return disclose.to(reader, part.notices()).map(items -> new Told(part, part.page(items)));
  }

  private FeedPart part(PageWalk.Walked walked, List<FeedEntry> newest, Cursor head) {
    return FeedPart.read(walked, first(RECENT, newest), head, notices);
  }

  private static List<FeedEntry> first(int count, List<FeedEntry> entries) {
    return entries.subList(0, Math.min(count, entries.size()));
  }

  private static boolean isKnown(Cursor place, Cursor head) {
    return place.epoch().equals(head.epoch()) && place.n() <= head.n();
  }
}
