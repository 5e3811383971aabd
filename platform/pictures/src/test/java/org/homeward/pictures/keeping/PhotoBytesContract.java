package org.homeward.pictures.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place for photos does. */
interface PhotoBytesContract {

  PhotoBytes photos();

  @Test
  default void whatWasPutIsThere() {
    PhotoBytes photos = photos();
    var key = PhotoKey.fresh();
    var large = new PhotoName(UUID.randomUUID().toString(), "large");
    var small = new PhotoName(large.photo(), "small");

    photos.put(large, key.seal(large, content(300_000)));
    photos.put(small, key.seal(small, content(10)));

    assertThat(key.open(large, photos.get(large).orElseThrow())).isEqualTo(content(300_000));
    assertThat(key.open(small, photos.get(small).orElseThrow())).isEqualTo(content(10));
  }

  @Test
  default void theLargestPictureIsKept() {
    PhotoBytes photos = photos();
    var key = PhotoKey.fresh();
    var original = new PhotoName(UUID.randomUUID().toString(), "original");

    photos.put(original, key.seal(original, content(16 << 20)));

    assertThat(key.open(original, photos.get(original).orElseThrow())).hasSize(16 << 20);
  }

  @Test
  default void whatIsPutAgainReplacesTheEarlier() {
    PhotoBytes photos = photos();
    var key = PhotoKey.fresh();
    var name = new PhotoName(UUID.randomUUID().toString(), "large");

    photos.put(name, key.seal(name, content(1000)));
    photos.put(name, key.seal(name, content(20)));

    assertThat(key.open(name, photos.get(name).orElseThrow())).isEqualTo(content(20));
  }

  @Test
  default void whatWasNeverPutIsAbsent() {
    PhotoBytes photos = photos();
    var there = new PhotoName(UUID.randomUUID().toString(), "large");
    photos.put(there, PhotoKey.fresh().seal(there, content(5)));

    assertThat(photos.get(new PhotoName(there.photo(), "small"))).isEmpty();
    assertThat(photos.get(new PhotoName(UUID.randomUUID().toString(), "large"))).isEmpty();
  }

  @Test
  default void aDeletedPhotoIsGoneWithAllItsParts() {
    PhotoBytes photos = photos();
    var large = new PhotoName(UUID.randomUUID().toString(), "large");
    var small = new PhotoName(large.photo(), "small");
    var other = new PhotoName(UUID.randomUUID().toString(), "large");
    for (var name : List.of(large, small, other)) {
      photos.put(name, PhotoKey.fresh().seal(name, content(50)));
    }

    photos.delete(large.photo());
    photos.delete(large.photo()); // once more, as after a crash

    assertThat(photos.get(large)).isEmpty();
    assertThat(photos.get(small)).isEmpty();
    assertThat(photos.get(other)).isPresent();
  }

  @Test
  default void photosAreNamedByTheirAge() {
    PhotoBytes photos = photos();
    var name = new PhotoName(UUID.randomUUID().toString(), "large");
    photos.put(name, PhotoKey.fresh().seal(name, content(50)));
    photos.put(new PhotoName(name.photo(), "small"), PhotoKey.fresh().seal(name, content(5)));
    Instant now = Instant.now();

    assertThat(olderThan(photos, now.plus(Duration.ofHours(1)))).containsOnlyOnce(name.photo());
    assertThat(olderThan(photos, now.minus(Duration.ofHours(1)))).doesNotContain(name.photo());
  }

  @Test
  default void photosCanBeDeletedWhileTheyAreNamed() {
    PhotoBytes photos = photos();
    for (int i = 0; i < 3; i++) {
      var name = new PhotoName(UUID.randomUUID().toString(), "large");
      photos.put(name, PhotoKey.fresh().seal(name, content(50)));
    }
    Instant later = Instant.now().plus(Duration.ofHours(1));

    photos.eachOlderThan(later, photos::delete);

    assertThat(olderThan(photos, later)).isEmpty();
  }

  private static List<String> olderThan(PhotoBytes photos, Instant limit) {
    List<String> older = new ArrayList<>();
    photos.eachOlderThan(limit, older::add);
    return older;
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (i * 31);
    }
    return content;
  }
}
