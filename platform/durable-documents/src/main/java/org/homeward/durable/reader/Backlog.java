package org.homeward.durable.reader;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a group had read a topic at one moment.
 *
 * @param ends of each partition, what its next record's offset will be
 * @param read of each partition, the offset up to which records are applied, by whichever instance;
 *     0 where the group's place is lost: nobody knows which were
 */
public record Backlog(List<Long> ends, List<Long> read) {

  /** Records that are written and not applied. */
  public long lag() {
    return partitions().mapToLong(p -> ends.get(p) - read.get(p)).sum();
  }

  /** Whether everything that was written at the earlier sample is applied by now. */
  public boolean covers(Backlog earlier) {
    return partitions()
        .allMatch(p -> p >= earlier.ends.size() || read.get(p) >= earlier.ends.get(p));
  }

  private IntStream partitions() {
    return IntStream.range(0, ends.size());
  }
}
