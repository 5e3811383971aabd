package org.homeward.alert.orders.posters;

import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;

/**
 * Finds the picture of a child that was approved for everybody. One that was withdrawn since then
 * is not found.
 */
@FunctionalInterface
public interface FindFace {

  /** A JPEG; empty when there is none that may be shown now. */
  Optional<byte[]> find(String alert, Alert.Active active, String child);
}
