package org.homeward.durable.document;

import java.time.Clock;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.WriteObserver;
import org.homeward.durable.store.WriteSettings;

/**
 * The settings that all documents of one service share.
 *
 * @param incarnation how often the service's data were restored
 * @param observer looks on at each write
 */
public record DocumentSettings(
    Incarnation incarnation, Clock clock, WriteSettings writes, WriteObserver observer) {

  /** Of data that were never restored, with nobody looking on. */
  public static DocumentSettings first(Clock clock) {
    return new DocumentSettings(
        Incarnation.FIRST, clock, WriteSettings.DEFAULT, WriteObserver.NOBODY);
  }

  public DocumentSettings with(WriteSettings other) {
    return new DocumentSettings(incarnation, clock, other, observer);
  }

  public DocumentSettings with(Incarnation other) {
    return new DocumentSettings(other, clock, writes, observer);
  }
}
