package org.homeward.pictures.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendered;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.child.Answer;
import org.homeward.pictures.child.Task;
import org.homeward.pictures.structure.Structures;
import org.homeward.pictures.structure.Walk;

/**
 * Reads each picture in a child process of its own. This process walks through the structure of
 * what was sent, and of what the child made of it, and decodes neither.
 */
public final class ChildPictureReader implements PictureReader {
  private final ChildJvm jvm;
  private final ReadingLimits limits;
  private final Semaphore places;
  private final Semaphore heicPlace = new Semaphore(1, true);
  private final Semaphore callers;
  private final Semaphore callersWithHeic;

  ChildPictureReader(ChildJvm jvm, ReadingLimits limits) {
    this.jvm = jvm;
    this.limits = limits;
    places = new Semaphore(limits.atOnce(), true);
    callers = new Semaphore(limits.atOnce() + limits.waiting());
    callersWithHeic = new Semaphore(limits.callersWithHeic());
  }

  /**
   * @param copies a directory for copies of the jars that a child needs, used when the service runs
   *     from one jar; nobody else may write there
   */
  public static ChildPictureReader startingFrom(Path copies, ReadingLimits limits)
      throws IOException {
    return new ChildPictureReader(ChildJvm.of(copies), limits);
  }

  @Override
  public Reading read(byte[] picture, Area area, Duration patience) {
    return switch (Structures.walk(picture)) {
      case Walk.Flawed(Refusal rule) -> new Reading.Refused(rule);
      case Walk.Sound sound -> inTurn(sound, area, patience, picture);
    };
  }

  private Reading inTurn(Walk.Sound sound, Area area, Duration patience, byte[] picture) {
    if (!callers.tryAcquire()) {
      return new Reading.Busy();
    }
    try {
      return sound.format() == PictureFormat.HEIC
          ? heicInTurn(sound, area, patience, picture)
          : atPlace(sound, area, patience, picture);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReaderUnavailable("the service is stopping", e);
    } finally {
      callers.release();
    }
  }

  /** One at a time, beside others: whoever waits here takes no place from them. */
  private Reading heicInTurn(Walk.Sound sound, Area area, Duration patience, byte[] picture)
      throws InterruptedException {
    if (!callersWithHeic.tryAcquire()) {
      return new Reading.Busy();
    }
    try {
      long from = System.nanoTime();
      if (!heicPlace.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Reading.Busy();
      }
      try {
        return atPlace(sound, area, patience.minusNanos(System.nanoTime() - from), picture);
      } finally {
        heicPlace.release();
      }
    } finally {
      callersWithHeic.release();
    }
  }

  private Reading atPlace(Walk.Sound sound, Area area, Duration patience, byte[] picture)
      throws InterruptedException {
    if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return new Reading.Busy();
    }
    try {
      Answer answer = ChildRun.of(jvm, new Task(sound, area), limits.time(sound.format()));
      return reading(answer, sound.format(), picture);
    } finally {
      places.release();
    }
  }

  private static Reading reading(Answer answer, PictureFormat format, byte[] picture) {
    return switch (answer) {
      case Answer.Unmade(Refusal rule) -> new Reading.Refused(rule);
      case Answer.Made made -> {
        Map<Rendition, Rendered> rendered = new EnumMap<>(Rendition.class);
        for (Map.Entry<Rendition, byte[]> jpeg : made.jpegs().entrySet()) {
          if (!(Structures.walk(jpeg.getValue()) instanceof Walk.Sound walked)
              || !isOurs(walked, jpeg.getKey(), jpeg.getValue())) {
            yield new Reading.Refused(Refusal.UNREADABLE); // the picture has taken over the child
          }
          rendered.put(
              jpeg.getKey(),
              new Rendered(
                  jpeg.getValue(), walked.width(), walked.height(), digest(jpeg.getValue())));
        }
        yield new Reading.Read(
            format, made.width(), made.height(), digest(picture), rendered, made.claims());
      }
    };
  }

  /** A JPEG of the right size without anything beside its pixels. */
  private static boolean isOurs(Walk.Sound walked, Rendition rendition, byte[] jpeg) {
    return walked.format() == PictureFormat.JPEG
        && Math.max(walked.width(), walked.height()) <= rendition.edge()
        && Arrays.equals(walked.pixels(), jpeg);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
