package org.homeward.durable.shape;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes in which a state was and is stored: {@code schema} 1, and one more for each upgrade.
 * All of them are read; one is written.
 *
 * @param upgrades in their order; the first leads from 1 to 2
 * @param written the number of the shape that is written
 */
public record Shapes(List<Upgrade> upgrades, int written) {

  /** A state that has had one shape so far. */
  public static final Shapes FIRST = of();

  public Shapes {
    upgrades = List.copyOf(upgrades);
    if (written < 1 || written > upgrades.size() + 1) {
      throw new IllegalArgumentException("there is no shape " + written);
    }
  }

  /** The newest is written. */
  public static Shapes of(Upgrade... upgrades) {
    return new Shapes(List.of(upgrades), upgrades.length + 1);
  }

  /**
   * For the time while an instance of the previous release runs, which does not know the newest
   * shape.
   */
  public Shapes writingThePrevious() {
    return new Shapes(upgrades, Math.max(1, newest() - 1));
  }

  public int newest() {
    return upgrades.size() + 1;
  }

  ObjectNode toNewest(ObjectNode stored, int schema) {
    ObjectNode state = stored;
    for (Upgrade upgrade : upgrades.subList(schema - 1, upgrades.size())) {
      state = upgrade.up().apply(state);
    }
    return state;
  }

  ObjectNode toWritten(ObjectNode newest) {
    ObjectNode state = newest;
    for (Upgrade upgrade : upgrades.subList(written - 1, upgrades.size()).reversed()) {
      state = upgrade.down().apply(state);
    }
    return state;
  }
}
