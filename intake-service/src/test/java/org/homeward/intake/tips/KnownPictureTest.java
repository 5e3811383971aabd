package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.homeward.durable.command.DerivedIds;
import org.homeward.intake.photos.bytes.InMemoryMarks;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendered;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.pictures.keeping.SealedPhoto;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A picture that somebody locked and somebody sends again. */
class KnownPictureTest {

  private final LockedPictures locked =
      new LockedPictures(new DerivedIds(new byte[32]), new InMemoryMarks(), _ -> {});
  private final TipPictures pictures =
      new TipPictures(
          (_, _, _) -> read(),
          new SealedBytes(new NoBytes()),
          locked,
          Duration.ofDays(90),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private static Reading read() {
    Map<Rendition, Rendered> made =
        Arrays.stream(Rendition.values())
            .collect(
                Collectors.toMap(each -> each, each -> new Rendered(new byte[1], 9, 9, "" + each)));
    return new Reading.Read(PictureFormat.JPEG, 640, 480, "original", made, List.of());
  }

  private TipPictures.Sent.Read sent() {
    return (TipPictures.Sent.Read) pictures.read(new byte[] {1}, false);
  }

  @Test
  @Proves(7)
  void itArrivesLockedAndWithNothingToShow() {
    TipPictures.Sent.Read first = sent();
    assertThat(first.picture().state()).isEqualTo(TipPicture.State.UNSEEN);
    assertThat(first.parts()).containsKeys(UploadPart.VEILED, UploadPart.LARGE);

    locked.locked(first.picture().seal(), "person-ana");

    TipPictures.Sent.Read again = sent();
    assertThat(again.picture().state()).isEqualTo(TipPicture.State.LOCKED);
    assertThat(again.picture().originalUntil()).as("police need it").isNull();
    assertThat(again.parts()).containsOnlyKeys(UploadPart.ORIGINAL);
    assertThat(pictures.isLockedElsewhere(first.picture())).isTrue();
    assertThat(pictures.isLockedElsewhere(again.picture())).as("it is already").isFalse();
  }

  /** Nothing is kept here. */
  private static final class NoBytes implements PhotoBytes {

    @Override
    public void put(PhotoName name, SealedPhoto photo) {}

    @Override
    public Optional<SealedPhoto> get(PhotoName name) {
      return Optional.empty();
    }

    @Override
    public void delete(String photo) {}

    @Override
    public void eachOlderThan(Instant limit, Consumer<String> photo) {}

    @Override
    public OptionalLong room() {
      return OptionalLong.empty();
    }
  }
}
