package org.homeward.engines.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The places of documents by position, twenty bytes each; positions only grow. */
final class Places {
  private static final long GONE = -1;
  private static final int FIRST = 16;

  private int[] positions = new int[FIRST];
  private long[] offsets = new long[FIRST];
  private int[] lengths = new int[FIRST];
  private int[] crcs = new int[FIRST];
  private int end;
  private int count;

  void add(int position, Place place) {
    if (end == positions.length) {
      int room = end + end / 2;
      positions = Arrays.copyOf(positions, room);
      offsets = Arrays.copyOf(offsets, room);
      lengths = Arrays.copyOf(lengths, room);
      crcs = Arrays.copyOf(crcs, room);
    }
    positions[end] = position;
    offsets[end] = place.offset();
    lengths[end] = place.length();
    crcs[end] = place.crc();
    end++;
    count++;
  }

  @Nullable Place get(int position) {
    int at = Arrays.binarySearch(positions, 0, end, position);
    return at < 0 || offsets[at] == GONE ? null : new Place(offsets[at], lengths[at], crcs[at]);
  }

  void remove(int position) {
    int at = Arrays.binarySearch(positions, 0, end, position);
    if (at >= 0 && offsets[at] != GONE) {
      offsets[at] = GONE;
      count--;
    }
  }

  int count() {
    return count;
  }

  /** Ascending. */
  int[] positions() {
    int[] there = new int[count];
    for (int i = 0, n = 0; i < end; i++) {
      if (offsets[i] != GONE) {
        there[n++] = positions[i];
      }
    }
    return there;
  }
}
