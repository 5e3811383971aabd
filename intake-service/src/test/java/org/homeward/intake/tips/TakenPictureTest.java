package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.homeward.durable.command.DerivedIds;
import org.homeward.intake.photos.bytes.InMemoryMarks;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.TakenPicture.Sender;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.Reading;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.pictures.keeping.SealedPhoto;
import org.homeward.schema.facts.Channel;
import org.homeward.testkit.Proves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The picture of a tip that becomes a photo of the case. */
class TakenPictureTest {

  private static final String TIP = "7a6b5c4d-3e2f-4101-9213-141516171819";
  private static final Instant CAME = Instant.parse("2026-03-01T22:15:00Z");
  private static final Instant UNTIL = CAME.plus(Duration.ofDays(90));
  private static final byte[] ORIGINAL = "as it came".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LARGE = "made anew".getBytes(StandardCharsets.US_ASCII);

  private final SealedBytes bytes = new SealedBytes(new BytesInMemory());
  private final String key = bytes.newKey();

  private TipPictures at(Instant now) {
    return new TipPictures(
        (_, _, _) -> new Reading.Busy(),
        bytes,
        new LockedPictures(new DerivedIds(new byte[32]), new InMemoryMarks(), _ -> {}),
        Duration.ofDays(90),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private Tip tip(Channel channel, @Nullable String takenBy) {
    var words =
        new TipWords(
            "A boy at the station", null, null, null, null, null, null, null, null, null, null);
    var seal = new UploadSeal(key, Map.of("1600", "large", "original", "original"));
    return Tip.received(false, channel, words, takenBy, CAME)
        .pictured(TipPicture.received(seal, false, "2026-03-01", "45, 19", UNTIL));
  }

  private TakenPicture taken(Instant now) {
    return at(now).best(TIP, tip(Channel.WEB, null)).orElseThrow();
  }

  private void keep(UploadPart part, byte[] content) {
    bytes.keep(TIP, key, new EnumMap<>(Map.of(part, content)));
  }

  @Test
  @Proves({6, 8})
  void thePeriodOfTheOriginalGoesOnAndWhatWeMadeIsNone() {
    keep(UploadPart.LARGE, LARGE);
    assertThat(taken(CAME).content()).as("a restore lost the original").isEqualTo(LARGE);
    assertThat(taken(CAME).originalUntil()).isNull();
    keep(UploadPart.ORIGINAL, ORIGINAL);

    TakenPicture asItCame = taken(UNTIL.minusMillis(1));
    assertThat(asItCame.content()).isEqualTo(ORIGINAL);
    assertThat(asItCame.originalUntil()).isEqualTo(UNTIL);

    TakenPicture late = taken(UNTIL);
    assertThat(late.content()).as("its period is over").isEqualTo(LARGE);
    assertThat(late.originalUntil()).isNull();
    assertThat(late.takenAt()).isEqualTo("2026-03-01");
    assertThat(late.takenIn()).isEqualTo("45, 19");
  }

  @Test
  @Proves(6)
  void itSaysWhichTipItCameWithAndWhoSentThat() {
    keep(UploadPart.LARGE, LARGE);

    assertThat(taken(CAME).origin()).isEqualTo(new TakenPicture.Origin(TIP, Sender.PUBLIC));
    assertThat(tip(Channel.PHONE, "person-ana").sender()).isEqualTo(Sender.OPERATOR);
    assertThat(tip(Channel.PARTNER, "person-ana").sender()).isEqualTo(Sender.PARTNER);
  }

  private static final class BytesInMemory implements PhotoBytes {

    private final Map<PhotoName, SealedPhoto> kept = new HashMap<>();

    @Override
    public void put(PhotoName name, SealedPhoto photo) {
      kept.put(name, photo);
    }

    @Override
    public Optional<SealedPhoto> get(PhotoName name) {
      return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void delete(String photo) {
      kept.keySet().removeIf(name -> name.photo().equals(photo));
    }

    @Override
    public void eachOlderThan(Instant limit, Consumer<String> photo) {}

    @Override
    public OptionalLong room() {
      return OptionalLong.empty();
    }
  }
}
