package org.homeward.alert.police.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.alert.police.documents.FeedItem;
import org.homeward.alert.police.documents.FeedPage;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Cursor;

/**
 * A part of the feed before its disclosure: places, and the present notices.
 *
 * <p>Nothing but {@link #standing} can be read from outside; the rest becomes a page through a
 * disclosure.
 */
final class FeedPart {

  private final List<FeedEntry> entries;
  private final List<FeedEntry> recent;
  private final Map<String, Guarded<PoliceNotice>> notices;
  private final Cursor head;
  private final Cursor next;

  private FeedPart(
      List<FeedEntry> entries,
      List<FeedEntry> recent,
      Map<String, Guarded<PoliceNotice>> notices,
      Cursor head,
      Cursor next) {
    this.entries = entries;
    this.recent = recent;
    this.notices = notices;
    this.head = head;
    this.next = next;
  }

  static FeedPart read(
      PageWalk.Walked walked,
      List<FeedEntry> recent,
      Cursor head,
      Function<String, Optional<Guarded<PoliceNotice>>> notices) {
    Map<String, Guarded<PoliceNotice>> found = new LinkedHashMap<>();
    for (List<FeedEntry> those : List.of(walked.entries(), recent)) {
      for (FeedEntry entry : those) {
        if (!found.containsKey(entry.notice())) {
          notices.apply(entry.notice()).ifPresent(notice -> found.put(entry.notice(), notice));
        }
      }
    }
    var next = new Cursor(head.epoch(), walked.last());
    return new FeedPart(walked.entries(), recent, found, head, next);
  }

  List<Guarded<PoliceNotice>> notices() {
    return List.copyOf(notices.values());
  }

  /**
   * The entries before the first search that is on; a reader goes on before the first place that is
   * left out. Empty when that would tell nothing of the places that were asked for.
   */
  Optional<FeedPart> untilFirstActive() {
    List<FeedEntry> ended = entries.stream().takeWhile(entry -> !isActive(entry)).toList();
    if (ended.isEmpty() && !entries.isEmpty()) {
      return Optional.empty();
    }
    List<FeedEntry> recentEnds = recent.stream().filter(entry -> !isActive(entry)).toList();
    Map<String, Guarded<PoliceNotice>> left = new LinkedHashMap<>(notices);
    left.values().removeIf(DiscloseNotices::isActive);
    long last =
        entries.stream().skip(ended.size()).mapToLong(FeedEntry::n).min().orElse(next.n() + 1) - 1;
    return Optional.of(new FeedPart(ended, recentEnds, left, head, new Cursor(next.epoch(), last)));
  }

  private boolean isActive(FeedEntry entry) {
    Guarded<PoliceNotice> notice = notices.get(entry.notice());
    return notice != null && DiscloseNotices.isActive(notice);
  }

  /**
   * Everything that an answer depends on besides its reader, without a word of content: who gets
   * the same text twice gets the same answer twice.
   */
  String standing() {
    return notices.values().stream()
        .map(notice -> notice.id() + "/" + notice.version())
        .collect(Collectors.joining(" ", head + " " + next + " " + places() + " ", ""));
  }

  private String places() {
    return entries.stream().map(entry -> String.valueOf(entry.n())).collect(Collectors.joining(","))
        + ";"
        + recent.stream().map(entry -> String.valueOf(entry.n())).collect(Collectors.joining(","));
  }

  /** With what may be told. */
  FeedPage page(Map<String, FeedItem> disclosed) {
    return new FeedPage(
        placed(entries, disclosed),
        placed(recent, disclosed).stream().map(FeedPart::recent).toList(),
        head,
        next,
        next.n() < head.n());
  }

  private static FeedPage.Recent recent(FeedPage.Placed placed) {
    return new FeedPage.Recent(placed.item().id(), placed.item().edition(), placed.n());
  }

  private static List<FeedPage.Placed> placed(
      List<FeedEntry> entries, Map<String, FeedItem> disclosed) {
    List<FeedPage.Placed> placed = new ArrayList<>();
    for (FeedEntry entry : entries) {
      FeedItem item = disclosed.get(entry.notice());
      if (item != null) {
        placed.add(new FeedPage.Placed(entry.n(), item));
      }
    }
    return placed;
  }
}
