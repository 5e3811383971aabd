package org.homeward.alert.police.feed;

import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.log.Cursor;

/** A log of the feed without a store. */
final class InMemoryFeedLog implements FeedLog {

  private final List<FeedEntry> entries = new ArrayList<>();

  void append(String notice, boolean exercise) {
    long n = entries.size() + 1L;
    entries.add(FeedEntry.changed(n, notice, exercise));
  }

  void withdraw(String notice, String desk) {
    entries.add(new FeedEntry(entries.size() + 1L, notice, false, desk));
  }

  @Override
  public Cursor head() {
    return new Cursor("abcdefgh", entries.size());
  }

  @Override
  public List<FeedEntry> range(long first, long last) {
    int end = (int) Math.min(last, entries.size());
    return first > end ? List.of() : List.copyOf(entries.subList((int) first - 1, end));
  }
}
