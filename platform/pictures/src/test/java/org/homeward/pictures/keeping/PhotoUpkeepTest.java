package org.homeward.pictures.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class PhotoUpkeepTest {

  private static final PhotoName NAMED = new PhotoName("photo-0001", "large");
  private static final PhotoName ORPHAN = new PhotoName("photo-0002", "large");

  private final SettableClock clock = SettableClock.at("2026-06-01T12:00:00Z");
  private final Place place = new Place();
  private final Set<String> documents = new HashSet<>(List.of(NAMED.photo()));
  private boolean restored;
  private final PhotoUpkeep upkeep =
      new PhotoUpkeep(place, () -> restored, documents::contains, clock);

  @Test
  void aPlaceThatTakesBytesAndGivesThemBackIsWell() {
    upkeep.tryPlace();

    assertThat(upkeep.trouble()).isEmpty();
    assertThat(place.kept).isEmpty(); // the trial leaves nothing
  }

  @Test
  void aPlaceThatCannotBeWrittenIsReportedUntilItCan() {
    place.full = true;
    upkeep.tryPlace();

    assertThat(upkeep.trouble()).contains(PhotoTrouble.NOT_KEPT);

    place.full = false;
    upkeep.tryPlace();

    assertThat(upkeep.trouble()).isEmpty();
  }

  @Test
  void aPlaceThatGivesBackOtherBytesIsReported() {
    place.damages = true;
    upkeep.tryPlace();

    assertThat(upkeep.isKept()).isFalse();
    assertThat(upkeep.trouble()).contains(PhotoTrouble.NOT_KEPT);
  }

  @Test
  void aDiskThatFillsIsReportedWhilePhotosStillCome() {
    place.room = 200L << 20;
    upkeep.tryPlace();

    assertThat(upkeep.trouble()).contains(PhotoTrouble.ROOM_ENDS);
    assertThat(PhotoTrouble.ROOM_ENDS.isDown()).isFalse();
  }

  @Test
  void aSweepThatIsBehindIsReportedUntilOneIsDone() {
    clock.advance(Duration.ofMinutes(91));

    assertThat(upkeep.trouble()).contains(PhotoTrouble.SWEEP_LATE);

    upkeep.sweep();

    assertThat(upkeep.trouble()).isEmpty();
  }

  @Test
  @Proves(8)
  void onlyWhatNoDocumentNamesIsSwept() {
    PhotoKey key = PhotoKey.fresh();
    place.put(NAMED, key.seal(NAMED, new byte[1]));
    place.put(ORPHAN, key.seal(ORPHAN, new byte[1]));

    upkeep.sweep();

    assertThat(place.kept).containsOnlyKeys(NAMED);
    assertThat(upkeep.swept()).isEqualTo(1);
  }

  @Test
  void nothingIsSweptAfterARestore() {
    place.put(ORPHAN, PhotoKey.fresh().seal(ORPHAN, new byte[1]));
    restored = true;

    upkeep.sweep();

    assertThat(place.kept).containsOnlyKeys(ORPHAN);
    assertThat(upkeep.trouble()).isEmpty();
  }

  /** A place with faults; only the upkeep's own rules are tried on it. */
  private static final class Place implements PhotoBytes {
    private final Map<PhotoName, SealedPhoto> kept = new HashMap<>();
    private boolean full;
    private boolean damages;
    private long room = 1L << 40;

    @Override
    public void put(PhotoName name, SealedPhoto photo) {
      if (full) {
        throw new PhotosAway(new IOException("no space left"));
      }
      kept.put(name, damages ? new SealedPhoto(new byte[64]) : photo);
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
    public void eachOlderThan(Instant limit, Consumer<String> photo) {
      kept.keySet().stream().map(PhotoName::photo).toList().forEach(photo);
    }

    @Override
    public OptionalLong room() {
      return OptionalLong.of(room);
    }
  }
}
