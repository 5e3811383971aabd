package org.homeward.pictures.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PhotoKeyTest {
  private static final PhotoName LARGE = new PhotoName("photo-0001", "large");
  private static final byte[] CONTENT = "a face".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatIsSealedIsOpenedWithTheKeyFromTheDocument() {
    var key = PhotoKey.fresh();
    SealedPhoto sealed = key.seal(LARGE, CONTENT);

    assertThat(PhotoKey.of(key.encoded()).open(LARGE, sealed)).isEqualTo(CONTENT);
    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("face");
  }

  @Test
  void anotherKeyOpensNothing() {
    SealedPhoto sealed = PhotoKey.fresh().seal(LARGE, CONTENT);

    assertThatThrownBy(() -> PhotoKey.fresh().open(LARGE, sealed)).isInstanceOf(PhotoDamaged.class);
  }

  @Test
  void bytesOfAnotherPartOrPhotoAreNotTakenForThese() {
    var key = PhotoKey.fresh();
    SealedPhoto sealed = key.seal(LARGE, CONTENT);

    for (var other :
        new PhotoName[] {
          new PhotoName("photo-0001", "small"), new PhotoName("photo-0002", "large")
        }) {
      assertThatThrownBy(() -> key.open(other, sealed)).isInstanceOf(PhotoDamaged.class);
    }
  }

  @Test
  void everyChangedByteIsNoticed() {
    var key = PhotoKey.fresh();
    byte[] sealed = key.seal(LARGE, CONTENT).bytes();

    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> key.open(LARGE, new SealedPhoto(changed)))
          .isInstanceOf(PhotoDamaged.class);
    }
  }

  @Test
  void sealedTwiceTheBytesDiffer() {
    var key = PhotoKey.fresh();

    assertThat(key.seal(LARGE, CONTENT).bytes()).isNotEqualTo(key.seal(LARGE, CONTENT).bytes());
  }

  @Test
  void theKeyIsNotPrinted() {
    var key = PhotoKey.fresh();

    assertThat(key.toString()).doesNotContain(key.encoded());
  }
}
