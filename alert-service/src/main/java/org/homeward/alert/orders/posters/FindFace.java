package org.homeward.alert.orders.posters;

import org.homeward.alert.orders.alerts.Alert;

/**
 * Finds the picture of a child that was approved for everybody. One that was withdrawn since then
 * is not found.
 */
@FunctionalInterface
public interface FindFace {

  /** The answer. */
  sealed interface Face {

    /** A JPEG that may be shown now. */
    record Jpeg(byte[] bytes) implements Face {}

    /** There is none. */
    record None() implements Face {}

    /** There are only such that may not be shown without a word on how they came to be. */
    record Labelled() implements Face {}

    /** Nobody knows now: ask again. */
    record Away() implements Face {}
  }

  Face find(String alert, Alert.Active active, String child);
}
