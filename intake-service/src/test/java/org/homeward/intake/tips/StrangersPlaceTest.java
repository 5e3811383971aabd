package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.durable.command.DerivedIds;
import org.homeward.intake.photos.bytes.InMemoryMarks;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers have one place with the reader together: the team waits for one of theirs at most. */
class StrangersPlaceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] FILE = {1};

  @TempDir Path directory;

  @Test
  void aSecondStrangerWaitsOutsideOfTheReader() throws Exception {
    var reading = new AtomicInteger();
    var release = new CountDownLatch(1);
    PictureReader reader =
        (_, _, _) -> {
          reading.incrementAndGet();
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Reading.Refused(Refusal.DAMAGED);
        };
    var pictures =
        new TipPictures(
            reader,
            new SealedBytes(new FilePhotoBytes(directory)),
            new LockedPictures(new DerivedIds(new byte[32]), new InMemoryMarks(), _ -> {}),
            Duration.ofDays(1),
            Clock.systemUTC());

    Thread first = Thread.ofPlatform().start(() -> pictures.read(FILE, false));
    await().atMost(PATIENCE).until(() -> reading.get() == 1);
    Thread second = Thread.ofPlatform().start(() -> pictures.read(FILE, false));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                second.getState() == Thread.State.TIMED_WAITING
                    || second.getState() == Thread.State.TERMINATED);

    assertThat(reading).hasValue(1);

    release.countDown();
    first.join();
    second.join();
  }
}
