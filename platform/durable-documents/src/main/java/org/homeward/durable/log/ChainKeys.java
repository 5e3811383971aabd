package org.homeward.durable.log;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** All keys of a sealed log, in the order in which they came into use. */
public final class ChainKeys {

  private final List<ChainKey> all;

  ChainKeys(List<ChainKey> all) {
    this.all = List.copyOf(all);
    var ids = new HashSet<String>();
    if (all.isEmpty() || !all.stream().allMatch(key -> ids.add(key.id()))) {
      throw new IllegalArgumentException("it holds no key, or two of one id");
    }
    if (this.all.getLast().isLost()) {
      throw new IllegalArgumentException("its last key is lost, and no new one follows");
    }
  }

  static ChainKeys parse(String text) {
    return new ChainKeys(
        text.lines().filter(line -> !line.isBlank()).map(ChainKey::parse).toList());
  }

  ChainKey newest() {
    return all.getLast();
  }

  /** Its place in the order; −1 for no key, empty for one that is not known. */
  Optional<Integer> rank(String id) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  ChainKey at(int rank) {
    return all.get(rank);
  }

  /** The lowest rank that an entry of this number may have; −1 when it needs no key. */
  int lowestFor(long n) {
    int lowest = -1;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).from().isPresent() && all.get(i).from().getAsLong() <= n) {
        lowest = i;
      }
    }
    return lowest;
  }

  List<ChainKey> all() {
    return all;
  }
}
