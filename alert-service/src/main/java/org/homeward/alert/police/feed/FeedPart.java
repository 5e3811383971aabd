package org.homeward.alert.police.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.alert.police.formats.FeedItem;
import org.homeward.alert.police.formats.FeedPage;
import org.homeward.durable.log.Cursor;

/**
 * A part of the feed before its disclosure: places, and the present notices, of what this desk may
 * learn of.
 *
 * <p>Nothing but {@link #standing} can be read from outside; the rest becomes a page through a
 * disclosure.
 */
final class FeedPart {

  private final List<FeedEntry> entries;
  private final List<FeedEntry> recent;
  private final Map<String, ForDesk> notices;
  private final Cursor head;
  private final Cursor next;
  private final FeedPage.Beside beside;

  private FeedPart(
      List<FeedEntry> entries,
      List<FeedEntry> recent,
      Map<String, ForDesk> notices,
      Cursor head,
      Cursor next,
      FeedPage.Beside beside) {
    this.entries = entries;
    this.recent = recent;
    this.notices = notices;
    this.head = head;
    this.next = next;
    this.beside = beside;
  }

  /**
   * @param next the place from which a reader follows the feed
   * @param found the notices of these entries and of others, by id
   */
  static FeedPart of(
      List<FeedEntry> entries,
      List<FeedEntry> recent,
      Map<String, ForDesk> found,
      Cursor head,
      Cursor next,
      FeedPage.Beside beside) {
    Map<String, ForDesk> notices = new LinkedHashMap<>();
    Stream.concat(entries.stream(), recent.stream())
        .map(FeedEntry::notice)
        .filter(found::containsKey)
        .forEach(id -> notices.put(id, found.get(id)));
    return new FeedPart(entries, recent, notices, head, next, beside);
  }

  Collection<ForDesk> notices() {
    return notices.values();
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
    Map<String, ForDesk> left = new LinkedHashMap<>(notices);
    left.values().removeIf(ForDesk::isActive);
    List<FeedEntry> leftOut = entries.subList(ended.size(), entries.size());
    long last = leftOut.stream().mapToLong(FeedEntry::n).min().orElse(next.n() + 1) - 1;
    FeedPage.Beside rest =
        leftOut.isEmpty() ? beside : beside.before(leftOut.getFirst().n(), head.epoch());
    return Optional.of(
        new FeedPart(ended, recentEnds, left, head, new Cursor(next.epoch(), last), rest));
  }

  private boolean isActive(FeedEntry entry) {
    ForDesk notice = notices.get(entry.notice());
    return notice != null && notice.isActive();
  }

  /**
   * Everything that an answer depends on besides its reader, without a word of content: equal texts
   * mean equal answers.
   */
  String standing() {
    return notices().stream()
        .map(ForDesk::standing)
        .collect(
            Collectors.joining(" ", head + " " + next + " " + beside + " " + places() + " ", ""));
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
        next.n() < head.n(),
        beside);
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
