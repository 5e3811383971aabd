package org.homeward.alert.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.disclosure.Disclosures;

/** Reads a part of the feed for one desk: places from the log, content from the current notices. */
public final class ReadFeed {

  private final FeedLog log;
  private final GuardedDocuments<PoliceNotice> notices;
  private final DiscloseNotices disclose;

  public ReadFeed(
      FeedLog log, GuardedDocuments<PoliceNotice> notices, Disclosures disclosures, String node) {
    this.log = log;
    this.notices = notices;
    this.disclose = new DiscloseNotices(disclosures, node);
  }

  /** The newest place; as long as it stays, the same wish gets the same answer. */
  public Cursor head() {
    return log.head();
  }

  /**
   * @param head as {@link #head} has told; what came later is for the next time
   */
  public FeedAnswer read(Reader reader, FeedWish wish, Cursor head) {
    var walk = new PageWalk(log, reader.exercise());
    return switch (wish) {
      case FeedWish.Newest(int limit) -> page(reader, walk.newest(head.n(), limit), head);
      case FeedWish.After(Cursor place, int limit) ->
          isKnown(place, head)
              ? page(reader, walk.forward(place.n(), head.n(), limit), head)
              : new FeedAnswer.Gone(new Cursor(head.epoch(), 0));
    };
  }

  private static boolean isKnown(Cursor place, Cursor head) {
    return place.epoch().equals(head.epoch()) && place.n() <= head.n();
  }

  private FeedAnswer page(Reader reader, PageWalk.Walked walked, Cursor head) {
    List<Guarded<PoliceNotice>> found =
        walked.entries().stream()
            .map(entry -> notices.find(entry.notice()))
            .flatMap(Optional::stream)
            .toList();
    Optional<Map<String, FeedItem>> disclosed = disclose.to(reader, found);
    if (disclosed.isEmpty()) {
      return new FeedAnswer.Unrecorded();
    }
    List<FeedPage.Placed> items = new ArrayList<>();
    for (FeedEntry entry : walked.entries()) {
      FeedItem item = disclosed.get().get(entry.notice());
      if (item != null) {
        items.add(new FeedPage.Placed(entry.n(), item));
      }
    }
    var next = new Cursor(head.epoch(), walked.last());
    return new FeedAnswer.Found(new FeedPage(items, head, next, next.n() < head.n()));
  }
}
