package org.homeward.pictures.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StructuresTest {

  private static byte[] sample(PictureFormat format) {
    return switch (format) {
      case JPEG -> Samples.jpegOfCamera(64, 48, 6);
      case PNG -> Samples.pngOfCamera(64, 48, 6);
      case WEBP -> Samples.file("exif.webp");
      case HEIC -> Samples.file("quarters.heic");
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "HEIC") // its parts are found by their place in it
  void whatMakesNoPixelsIsLeftOut(PictureFormat format) {
    var sound = sound(sample(format));

    assertThat(sound.format()).isEqualTo(format);
    assertThat(sound.exif()).startsWith("II".getBytes(StandardCharsets.US_ASCII));
    assertThat(text(sound.pixels()))
        .doesNotContain(Samples.PLANTED, "Exif", "EXIF", "eXIf", "2026");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftIsAFileOfItsOwn(PictureFormat format) {
    var once = sound(sample(format));
    var twice = sound(once.pixels());

    assertThat(twice.pixels()).isEqualTo(once.pixels());
    assertThat(twice.width()).isEqualTo(once.width());
    assertThat(twice.exif()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EXCLUDE, names = "HEIC") // its parts are found by their place in it
  void whatFollowsTheEndIsDropped(PictureFormat format) {
    byte[] plain = sample(format);
    byte[] longer = Arrays.copyOf(plain, plain.length + 40);
    System.arraycopy(
        "PK\3\4<?php ?>".getBytes(StandardCharsets.US_ASCII), 0, longer, plain.length, 12);

    assertThat(sound(longer).pixels()).isEqualTo(sound(plain).pixels());
  }

  @ParameterizedTest
  @EnumSource
  void aPictureThatIsCutOffAnywhereIsRefused(PictureFormat format) {
    byte[] whole = sample(format);

    for (int length = 0; length < whole.length; length++) {
      assertThat(Structures.walk(Arrays.copyOf(whole, length)))
          .as("the first %d bytes", length)
          .isInstanceOf(Walk.Flawed.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyBytesAreWalkedThroughOrRefused(PictureFormat format) {
    var random = new Random(116_000);
    byte[] whole = sample(format);

    for (int round = 0; round < 20_000; round++) {
      byte[] changed = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      assertThat(Structures.walk(changed)).isInstanceOfAny(Walk.Sound.class, Walk.Flawed.class);
    }
  }

  @Test
  void aSegmentThatEndsElsewhereIsRefused() {
    byte[] jpeg = Samples.jpeg(64, 48);
    jpeg[5] += 1; // the length of the first segment

    assertThat(refused(jpeg)).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void aChunkWhoseSumIsWrongIsRefused() {
    byte[] png = Samples.png(64, 48);
    png[30] ^= 1;

    assertThat(refused(png)).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void hugePicturesAreRefusedByTheirHeader() {
    assertThat(refused(pngOf(10_000, 5_001))).isEqualTo(Refusal.TOO_MANY_PIXELS);
    assertThat(refused(pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(Refusal.TOO_MANY_PIXELS);
    assertThat(Structures.walk(pngOf(10_000, 5_000))).isInstanceOf(Walk.Sound.class);
  }

  @Test
  void picturesWithoutPixelsAreRefused() {
    assertThat(refused(pngOf(0, 5))).isEqualTo(Refusal.NO_PIXELS);
  }

  @Test
  void aJpegOfManyScansIsRefused() {
    byte[] jpeg = Samples.jpeg(16, 16);
    int scan = indexOf(jpeg, (byte) 0xDA) - 1;
    int end = jpeg.length - 2;
    var all = ByteBuffer.allocate(scan + 65 * (end - scan) + 2).put(jpeg, 0, scan);
    for (int i = 0; i < 65; i++) {
      all.put(jpeg, scan, end - scan);
    }

    assertThat(refused(all.put(jpeg, end, 2).array())).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void aMovingPictureIsRefused() {
    assertThat(refused(Samples.file("moving.webp"))).isEqualTo(Refusal.ANIMATED);
  }

  @Test
  void aHeicWithoutItsPartsIsRefused() {
    byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refused(heic)).isEqualTo(Refusal.DAMAGED);
  }

  @Test
  void aHugeHeicIsRefusedByItsHeader() {
    byte[] heic = Samples.file("quarters.heic");
    int size = new String(heic, StandardCharsets.ISO_8859_1).lastIndexOf("ispe") + 8;
    ByteBuffer.wrap(heic).putInt(size, 10_000).putInt(size + 4, 5_001);

    assertThat(refused(heic)).isEqualTo(Refusal.TOO_MANY_PIXELS);
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThat(refused(new byte[0])).isEqualTo(Refusal.EMPTY);
    assertThat(refused(new byte[Structures.MOST_BYTES + 1])).isEqualTo(Refusal.TOO_LARGE);
    assertThat(refused("<svg/>".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Refusal.NOT_A_PICTURE);
    assertThat(refused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Refusal.NOT_A_PICTURE);
  }

  private static byte[] pngOf(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
    byte[] start = Arrays.copyOf(Samples.png(1, 1), 8);
    byte[] chunks =
        concat(
            Samples.chunk("IHDR", header),
            Samples.chunk("IDAT", new byte[] {1}),
            Samples.chunk("IEND", new byte[0]));
    return concat(start, chunks);
  }

  private static byte[] concat(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static int indexOf(byte[] jpeg, byte marker) {
    for (int at = 1; at < jpeg.length; at++) {
      if (jpeg[at - 1] == (byte) 0xFF && jpeg[at] == marker) {
        return at;
      }
    }
    throw new IllegalStateException("no such marker");
  }

  private static Walk.Sound sound(byte[] file) {
    Walk walk = Structures.walk(file);
    assertThat(walk).isInstanceOf(Walk.Sound.class);
    return (Walk.Sound) walk;
  }

  private static Refusal refused(byte[] file) {
    Walk walk = Structures.walk(file);
    assertThat(walk).isInstanceOf(Walk.Flawed.class);
    return ((Walk.Flawed) walk).rule();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
