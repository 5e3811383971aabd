package org.homeward.engines.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.homeward.engines.store.SortedIndex.Entry;
import org.jspecify.annotations.Nullable;

/** Entries that are equal in the fields that decide the order, in the order of insertion. */
final class EntryGroups implements Iterator<List<Integer>> {
  private final SortedIndex index;
  private final Iterator<Entry> entries;
  private final int fields;
  private @Nullable Entry next;

  EntryGroups(SortedIndex index, Iterator<Entry> entries, int fields) {
    this.index = index;
    this.entries = entries;
    this.fields = fields;
    next = following();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public List<Integer> next() {
    Entry first = next;
    if (first == null) {
      throw new NoSuchElementException();
    }
    List<Integer> positions = new ArrayList<>();
    for (; next != null && index.isSame(first, next, fields); next = following()) {
      positions.add(next.position());
    }
    positions.sort(null);
    return positions;
  }

  private @Nullable Entry following() {
    return entries.hasNext() ? entries.next() : null;
  }
}
