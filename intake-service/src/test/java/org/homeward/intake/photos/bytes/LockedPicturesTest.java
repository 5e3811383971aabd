package org.homeward.intake.photos.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.durable.command.DerivedIds;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class LockedPicturesTest {

  private static final UploadSeal SENT = seal("original", "pixels");
  private static final UploadSeal SAVED_AGAIN = seal("another file", "pixels");
  private static final UploadSeal OTHER = seal("other", "other pixels");

  private final List<Set<String>> told = new ArrayList<>();
  private final LockedPictures locked = pictures(1, told);

  private static LockedPictures pictures(int key, List<Set<String>> told) {
    return new LockedPictures(
        new DerivedIds(key(key)), new InMemoryMarks(), rooms -> rooms.accept(told::add));
  }

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }

  private static UploadSeal seal(String original, String large) {
    return new UploadSeal(
        "key", Map.of("original", original, "1600", large, "veiled", "blots", "96", large));
  }

  @Test
  @Proves(7)
  void whatWasLockedIsKnownAgainByItsBytesAndByItsPixels() {
    assertThat(locked.has(SENT)).isFalse();

    locked.locked(SENT, "person-ana");

    assertThat(locked.has(SENT)).isTrue();
    assertThat(locked.has(SAVED_AGAIN)).isTrue();
    assertThat(locked.has(OTHER)).isFalse();
    assertThat(told).containsExactly(locked.marks(SENT));
    assertThat(locked.isAlike(SAVED_AGAIN, told.getFirst())).isTrue();
    assertThat(locked.isAlike(OTHER, told.getFirst())).isFalse();
  }

  @Test
  void whatIsLockedBecauseItIsTheSameMakesNobodyLookOnceMore() {
    locked.locked(SAVED_AGAIN, LockedPictures.BY);

    assertThat(locked.has(SENT)).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  @Proves(8)
  void theMarksSayNothingWithoutTheKeyOfTheNode() {
    assertThat(locked.marks(SENT)).hasSize(2).doesNotContain("original", "pixels");
    assertThat(pictures(2, told).marks(SENT)).doesNotContainAnyElementsOf(locked.marks(SENT));
  }

  @Test
  @Proves(7)
  void aRestoreKnowsThemByTheLineOfTheEndsLog() {
    Map<String, String> codes = locked.codes(SENT);
    List<Set<String>> toldThere = new ArrayList<>();
    LockedPictures restored = pictures(1, toldThere);

    restored.lockAgain(codes);
    restored.lockAgain(Map.of());

    assertThat(restored.has(SAVED_AGAIN)).isTrue();
    assertThat(toldThere).containsExactly(locked.marks(SENT));
  }
}
