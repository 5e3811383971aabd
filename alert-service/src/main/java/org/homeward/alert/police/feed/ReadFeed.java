package org.homeward.alert.police.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.alert.police.formats.FeedWish;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Cursor;
import org.homeward.schema.disclosure.Disclosures;

/** Reads a part of the feed for one desk: places from the log, content from the current notices. */
final class ReadFeed {

  /** How many ids a heartbeat names, as those of other alert feeds do. */
  private static final int RECENT = 10;

  /** How far back a heartbeat looks for them. */
  private static final int NEAR = 100;

  private final FeedLog log;
  private final Function<Collection<String>, List<Guarded<PoliceNotice>>> notices;
  private final DiscloseNotices disclose;

  /**
   * @param notices the present ones among these ids
   */
  ReadFeed(
      FeedLog log,
      Function<Collection<String>, List<Guarded<PoliceNotice>>> notices,
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
  Optional<FeedPart> find(KnownDesk reader, FeedWish wish, Cursor head) {
    var answer = new Answer(reader, head);
    return switch (wish) {
      case FeedWish.Newest(int limit) ->
          Optional.of(answer.older(head.n() + 1, limit, Optional.empty()));
      case FeedWish.Before(Cursor place, int limit) ->
          isKnown(place, head)
              ? Optional.of(
                  answer.older(place.n(), limit, Optional.of(answer.newer(place.n(), limit))))
              : Optional.empty();
      case FeedWish.After(Cursor place, int limit) ->
          isKnown(place, head) ? Optional.of(answer.after(place, limit)) : Optional.empty();
      case FeedWish.UpTo(Cursor place, int limit) ->
          isKnown(place, head) ? Optional.of(answer.upTo(place, limit)) : Optional.empty();
    };
  }

  /** The items of one answer, and the notices that it has looked at, each once. */
  private final class Answer {

    private final KnownDesk reader;
    private final PageWalk walk;
    private final Cursor head;
    private final Set<String> looked = new HashSet<>();
    private final Map<String, ForDesk> found = new HashMap<>();

    private Answer(KnownDesk reader, Cursor head) {
      this.reader = reader;
      this.walk = new PageWalk(log, reader, this::shown);
      this.head = head;
    }

    /** Those entries at which the desk sees something: a notice, or that it was withdrawn. */
    private List<FeedEntry> shown(List<FeedEntry> entries) {
      Set<String> ids = entries.stream().map(FeedEntry::notice).collect(Collectors.toSet());
      ids.removeAll(looked);
      looked.addAll(ids);
      if (!ids.isEmpty()) {
        notices
            .apply(ids)
            .forEach(
                notice ->
                    disclose.forDesk(reader, notice).ifPresent(it -> found.put(notice.id(), it)));
      }
      return entries.stream().filter(this::isShown).toList();
    }

    private boolean isShown(FeedEntry entry) {
      ForDesk notice = found.get(entry.notice());
      return notice != null && entry.isWithdrawal() == (notice instanceof ForDesk.Withdrawn);
    }

    /** The newest before a place, newest first. */
    private FeedPart older(long before, int limit, Optional<FeedWish> prev) {
      PageWalk.Walked walked = walk.back(before, limit, PageWalk.FAR);
      Optional<FeedWish> next =
          walked.last() > 1
              ? Optional.of(new FeedWish.Before(at(walked.last()), limit))
              : Optional.empty();
      return part(walked.entries(), at(Math.max(0, before - 1)), new FeedPage.Beside(next, prev));
    }

    /** The page of newer ones beside that of those before a place. */
    private FeedWish newer(long before, int limit) {
      long last = walk.forward(Math.max(0, before - 1), head.n(), limit).last();
      return last >= head.n()
          ? new FeedWish.Newest(limit)
          : new FeedWish.Before(at(last + 1), limit);
    }

    /** The entries after a place, in order. */
    private FeedPart after(Cursor place, int limit) {
      PageWalk.Walked walked = walk.forward(place.n(), head.n(), limit);
      Cursor next = at(walked.last());
      return part(
          walked.entries(),
          next,
          new FeedPage.Beside(
              Optional.of(new FeedWish.After(next, limit)), upTo(place.n(), limit)));
    }

    /** The last entries up to a place, in order. */
    private FeedPart upTo(Cursor place, int limit) {
      PageWalk.Walked walked = walk.back(place.n() + 1, limit, PageWalk.FAR);
      return part(
          walked.entries().reversed(),
          place,
          new FeedPage.Beside(
              Optional.of(new FeedWish.After(place, limit)), upTo(walked.last() - 1, limit)));
    }

    private Optional<FeedWish> upTo(long last, int limit) {
      return last > 0 ? Optional.of(new FeedWish.UpTo(at(last), limit)) : Optional.empty();
    }

    private FeedPart part(List<FeedEntry> entries, Cursor next, FeedPage.Beside beside) {
      List<FeedEntry> recent = walk.back(head.n() + 1, RECENT, NEAR).entries();
      return FeedPart.of(entries, recent, found, head, next, beside);
    }

    private Cursor at(long n) {
      return new Cursor(head.epoch(), n);
    }
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
  Optional<Told> tell(KnownDesk reader, FeedPart part) {
    return whole(reader, part)
        .or(() -> part.untilFirstActive().flatMap(ends -> whole(reader, ends))); // upholds 4
  }

  private Optional<Told> whole(KnownDesk reader, FeedPart part) {
    return disclose.to(reader, part.notices()).map(items -> new Told(part, part.page(items)));
  }

  private static boolean isKnown(Cursor place, Cursor head) {
    return place.epoch().equals(head.epoch()) && place.n() <= head.n();
  }
}
