package org.homeward.pictures.reading;

import java.time.Duration;
import org.homeward.pictures.PictureFormat;

/**
 * The limits of reading pictures.
 *
 * @param atOnce child processes at a time; each takes up to 400 MB beside the service, and the one
 *     of them that may read HEIC up to 800 MB
 * @param waiting callers that wait for a place; one more is told at once that all is busy
 * @param time that one picture may take, and two thirds of what one in HEIC may
 */
public record ReadingLimits(int atOnce, int waiting, Duration time) {
  public static final ReadingLimits USUAL = new ReadingLimits(2, 8, Duration.ofSeconds(20));

  public ReadingLimits {
    if (atOnce < 1 || waiting < 0 || !time.isPositive()) {
      throw new IllegalArgumentException("at least one picture at a time, in some time");
    }
  }

  /** How many callers with a HEIC there may be, so that they leave room for others to wait. */
  int callersWithHeic() {
    return 1 + waiting / 2;
  }

  Duration time(PictureFormat format) {
    return format == PictureFormat.HEIC ? time.multipliedBy(3).dividedBy(2) : time;
  }
}
