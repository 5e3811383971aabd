package org.homeward.pictures.papers;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Searches few PDFs at a time, because a hostile one costs a second of a processor. */
public final class PdfSearch {

  /** As many as pictures at a time. */
  public static final int USUAL_PLACES = 2;

  private final Semaphore places;
  private final Duration patience;

  /**
   * @param patience how long one waits for its place
   */
  public PdfSearch(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** Empty when no place became free; it may be sent again. */
  public Optional<PdfReading> search(byte[] file) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(PdfWalk.walk(file));
    } finally {
      places.release();
    }
  }
}
