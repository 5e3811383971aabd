package org.homeward.pictures.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.ReaderUnavailable;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildPictureReaderIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final ReadingLimits PATIENT = new ReadingLimits(2, 8, LONG);

  @TempDir Path copies;

  @Test
  void everyFormatIsRead() throws IOException {
    PictureReader reader = ChildPictureReader.startingFrom(copies, PATIENT);

    assertThat(read(reader, Samples.jpegOfCamera(640, 480, 6)))
        .satisfies(
            read -> {
              assertThat(read.format()).isEqualTo(PictureFormat.JPEG);
              assertThat(read.width()).isEqualTo(480);
              assertThat(read.claims()).hasSize(2);
              assertThat(read.digest()).matches("[0-9a-f]{64}");
              assertThat(read.renditions()).containsOnlyKeys(Rendition.values());
            });
    assertThat(read(reader, Samples.pngOfCamera(64, 48, 1)).format()).isEqualTo(PictureFormat.PNG);
    assertThat(read(reader, Samples.file("lossy.webp")).format()).isEqualTo(PictureFormat.WEBP);
    assertThat(read(reader, Samples.file("quarters.heic")).format()).isEqualTo(PictureFormat.HEIC);
  }

  @Test
  void nothingIsCopiedWhereTheJarsCanBeOpened() throws IOException {
    var _ = ChildPictureReader.startingFrom(copies.resolve("jars"), PATIENT);

    assertThat(Files.exists(copies.resolve("jars"))).isFalse();
  }

  @Test
  void fourAtATimeAreAllRead() throws Exception {
    PictureReader reader = ChildPictureReader.startingFrom(copies, PATIENT);
    byte[] picture = Samples.jpeg(1200, 900);
    List<Future<Reading>> all = new ArrayList<>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 4; i++) {
        all.add(threads.submit(() -> reader.read(picture, Area.WHOLE, LONG)));
      }
    }

    for (Future<Reading> one : all) {
      assertThat(one.get()).isInstanceOf(Reading.Read.class);
    }
  }

  @Test
  void whatIsNoPictureStartsNoProcess() {
    var reader = new ChildPictureReader(planted(PlantedChild.IsKilled.class), PATIENT);

    assertThat(reader.read(new byte[] {1, 2, 3}, Area.WHOLE, LONG))
        .isEqualTo(new Reading.Refused(Refusal.NOT_A_PICTURE));
  }

  @Test
  void aChildThatHangsIsEnded() {
    var limits = new ReadingLimits(1, 0, Duration.ofSeconds(1));

    assertThat(reading(PlantedChild.Hangs.class, limits))
        .isEqualTo(new Reading.Refused(Refusal.TOO_SLOW));
    await().until(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aCallerWaitsNoLongerThanItsPatience() throws Exception {
    var reader =
        new ChildPictureReader(planted(PlantedChild.Hangs.class), new ReadingLimits(1, 1, LONG));
    byte[] picture = Samples.jpeg(64, 48);
    var first = Thread.ofVirtual().start(() -> readInVain(reader, picture));
    await().until(() -> ProcessHandle.current().children().anyMatch(ProcessHandle::isAlive));

    assertThat(reader.read(picture, Area.WHOLE, Duration.ZERO)).isEqualTo(new Reading.Busy());

    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    first.join();
  }

  @Test
  void moreThanMayWaitAreToldAtOnce() throws Exception {
    var reader =
        new ChildPictureReader(planted(PlantedChild.Hangs.class), new ReadingLimits(1, 0, LONG));
    byte[] picture = Samples.jpeg(64, 48);
    var first = Thread.ofVirtual().start(() -> readInVain(reader, picture));
    await().until(() -> ProcessHandle.current().children().anyMatch(ProcessHandle::isAlive));

    assertThat(reader.read(picture, Area.WHOLE, LONG)).isEqualTo(new Reading.Busy());

    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    first.join();
  }

  @Test
  void aHeicThatTakesLongLeavesAPlaceToOthers() throws Exception {
    var reader =
        new ChildPictureReader(
            planted(PlantedChild.HangsForHeic.class), new ReadingLimits(2, 8, LONG));
    byte[] heic = Samples.file("quarters.heic");
    var first = Thread.ofVirtual().start(() -> readInVain(reader, heic));
    await().until(() -> ProcessHandle.current().children().anyMatch(ProcessHandle::isAlive));

    assertThat(reader.read(heic, Area.WHOLE, Duration.ZERO)).isEqualTo(new Reading.Busy());
    assertThat(reader.read(Samples.jpeg(64, 48), Area.WHOLE, Duration.ZERO))
        .isInstanceOf(Reading.Read.class);

    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    first.join();
  }

  @Test
  void aChildThatSomebodyKilledSaysNothingOfThePicture() {
    assertThatThrownBy(() -> reading(PlantedChild.IsKilled.class, PATIENT))
        .isInstanceOf(ReaderUnavailable.class);
  }

  @Test
  void aPictureThatCrashesTheDecoderIsRefused() {
    assertThat(reading(PlantedChild.Crashes.class, PATIENT))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
  }

  @Test
  void aPictureThatTakesTooMuchMemoryIsRefused() {
    assertThat(reading(PlantedChild.TakesAllMemory.class, PATIENT))
        .isEqualTo(new Reading.Refused(Refusal.TOO_MUCH_MEMORY));
  }

  @Test
  void aChildThatAnswersWithoutEndIsEnded() {
    assertThat(reading(PlantedChild.Babbles.class, PATIENT))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
  }

  @Test
  void whatATakenOverChildHidesInItsPicturesIsRefused() {
    assertThat(reading(PlantedChild.AddsItsOwn.class, PATIENT))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
  }

  @Test
  void theChildHasNoEnvironment() {
    assertThat(System.getenv()).containsKey("PATH");
    assertThat(reading(PlantedChild.SaysItsEnvironment.class, PATIENT))
        .isEqualTo(new Reading.Refused(Refusal.UNREADABLE));
  }

  private static void readInVain(PictureReader reader, byte[] picture) {
    assertThatThrownBy(() -> reader.read(picture, Area.WHOLE, LONG))
        .isInstanceOf(ReaderUnavailable.class);
  }

  private static Reading reading(Class<?> child, ReadingLimits limits) {
    return new ChildPictureReader(planted(child), limits)
        .read(Samples.jpeg(64, 48), Area.WHOLE, LONG);
  }

  private static ChildJvm planted(Class<?> child) {
    return ChildJvm.of(System.getProperty("java.class.path"), child.getName());
  }

  private static Reading.Read read(PictureReader reader, byte[] picture) {
    Reading reading = reader.read(picture, Area.WHOLE, LONG);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return (Reading.Read) reading;
  }
}
