package org.homeward.pictures.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.homeward.pictures.Area;
import org.homeward.pictures.Claim;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.Samples;
import org.homeward.pictures.structure.Structures;
import org.homeward.pictures.structure.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the child process makes of a picture, without a process. */
class PictureProcessTest {
  private static final Area TOP_RIGHT_QUARTER = new Area(500, 0, 500, 500);

  @Test
  void noRenditionIsLargerThanItsEdgeOrThanWhatWasSent() throws IOException {
    var large = made(Samples.jpeg(3000, 2000), Area.WHOLE);
    var small = made(Samples.jpeg(120, 80), Area.WHOLE);

    assertThat(size(large, Rendition.LARGE)).isEqualTo("1600 × 1067");
    assertThat(size(large, Rendition.MEDIUM)).isEqualTo("400 × 267");
    assertThat(size(large, Rendition.SMALL)).isEqualTo("96 × 64");
    assertThat(size(small, Rendition.LARGE)).isEqualTo("120 × 80");
    assertThat(size(small, Rendition.SMALL)).isEqualTo("96 × 64");
    assertThat(large.width()).isEqualTo(3000);
    assertThat(large.height()).isEqualTo(2000);
  }

  /** The colours one sees, from the top left corner clockwise; a stored picture has RBYG. */
  @ParameterizedTest
  @CsvSource({"1,RBYG", "2,BRGY", "3,YGRB", "4,GYBR", "5,RGYB", "6,GRBY", "7,YBRG", "8,BYGR"})
  void picturesAreUpright(int orientation, String seen) throws IOException {
    var jpeg = made(Samples.jpegOfCamera(64, 48, orientation), Area.WHOLE);
    var png = made(Samples.pngOfCamera(64, 48, orientation), Area.WHOLE);

    assertThat(corners(jpeg)).isEqualTo(seen);
    assertThat(corners(png)).isEqualTo(seen);
    assertThat(jpeg.width()).isEqualTo(orientation < 5 ? 64 : 48);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anAreaIsCutAsOneSeesIt(int orientation) throws IOException {
    var whole = corners(made(Samples.jpegOfCamera(64, 48, orientation), Area.WHOLE));
    var cut = made(Samples.jpegOfCamera(64, 48, orientation), TOP_RIGHT_QUARTER);

    assertThat(corners(cut)).isEqualTo(("" + whole.charAt(1)).repeat(4));
    assertThat(cut.width()).isEqualTo(orientation < 5 ? 32 : 24);
  }

  @Test
  void whatTheCameraWroteIsClaimedAndNotInThePictures() throws IOException {
    var made = made(Samples.jpegOfCamera(64, 48, 1), Area.WHOLE);

    assertThat(made.claims())
        .contains(new Claim.CameraTime(LocalDateTime.of(2026, 5, 1, 14, 22, 10), "+02:00"));
    assertThat(made.claims())
        .filteredOn(Claim.CameraPlace.class::isInstance)
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(((Claim.CameraPlace) claim).latitude()).isBetween(44.81, 44.82);
              assertThat(claim.toString()).doesNotContain("44");
            });
    for (byte[] jpeg : made.jpegs().values()) {
      assertThat(new String(jpeg, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "2026", Samples.PLANTED);
    }
  }

  @Test
  void webpIsRead() throws IOException {
    assertThat(corners(made(Samples.file("lossy.webp"), Area.WHOLE))).isEqualTo("RBYG");
    assertThat(corners(made(Samples.file("lossless.webp"), Area.WHOLE))).isEqualTo("RWWR");
    assertThat(made(Samples.file("exif.webp"), Area.WHOLE).claims()).hasSize(2);
  }

  @Test
  void heicIsRead() throws IOException {
    var whole = made(Samples.file("quarters.heic"), Area.WHOLE);
    var cut = made(Samples.file("quarters.heic"), TOP_RIGHT_QUARTER);

    assertThat(corners(whole)).isEqualTo("RBYG");
    assertThat(size(whole, Rendition.LARGE)).isEqualTo("64 × 48");
    assertThat(corners(cut)).isEqualTo("BBBB");
  }

  @Test
  void transparentPartsAreWhite() throws IOException {
    var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, new Color(0, 0, 0, 10).getRGB());

    assertThat(corners(made(Samples.written(image, "png"), Area.WHOLE))).isEqualTo("WWWW");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void brightnessStaysAsItIs(int type) throws IOException {
    var image = new BufferedImage(40, 40, type);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, x < 20 ? 0xFFFFFFFF : 0xFF000000);
      }
    }

    assertThat(corners(made(Samples.written(image, "png"), Area.WHOLE))).isEqualTo("WKKW");
  }

  @Test
  void aMiddleGreyStaysAMiddleGrey() throws IOException {
    var image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        image.getRaster().setSample(x, y, 0, 128);
      }
    }

    var seen = decoded(made(Samples.written(image, "png"), Area.WHOLE), Rendition.SMALL);

    assertThat(new Color(seen.getRGB(5, 5)).getRed()).isBetween(125, 131);
  }

  @Test
  void theVeilHidesShapes() throws IOException {
    var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 400; x++) {
        image.setRGB(x, y, x / 10 % 2 == y / 10 % 2 ? 0xFFFFFF : 0); // a board of forty fields
      }
    }

    var veiled = decoded(made(Samples.written(image, "png"), Area.WHOLE), Rendition.VEILED);

    assertThat(veiled.getWidth()).isEqualTo(400);
    for (int x = 0; x < 400; x++) {
      assertThat(new Color(veiled.getRGB(x, 200)).getRed()).isBetween(100, 155);
    }
  }

  @Test
  void aPngWhoseRowsEndEarlyIsRefused() {
    byte[] whole = Samples.png(64, 48);
    byte[] other = Samples.png(64, 400);
    byte[] taller = whole.clone(); // the rows of one, the header of the other
    System.arraycopy(other, 0, taller, 0, 33);

    assertThat(answer(taller, Area.WHOLE)).isEqualTo(new Answer.Unmade(Refusal.TRUNCATED));
  }

  @Test
  void anAnswerArrivesAsItWasGiven() throws IOException {
    var made = made(Samples.jpegOfCamera(64, 48, 6), Area.WHOLE);
    var bytes = new ByteArrayOutputStream();
    made.write(bytes);

    Answer.Made read = (Answer.Made) Answer.read(bytes.toByteArray());

    assertThat(read.claims()).isEqualTo(made.claims());
    assertThat(read.width()).isEqualTo(made.width());
    for (Rendition rendition : Rendition.values()) {
      assertThat(read.jpegs().get(rendition)).isEqualTo(made.jpegs().get(rendition));
    }
    for (int length = 0; length < bytes.size(); length += 7) {
      byte[] part = Arrays.copyOf(bytes.toByteArray(), length);
      assertThat(catchThrowable(() -> Answer.read(part))).isInstanceOf(IOException.class);
    }
  }

  private static Answer.Made made(byte[] file, Area area) {
    Answer answer = answer(file, area);
    assertThat(answer).isInstanceOf(Answer.Made.class);
    return (Answer.Made) answer;
  }

  private static Answer answer(byte[] file, Area area) {
    return PictureProcess.answer(new Task((Walk.Sound) Structures.walk(file), area));
  }

  private static BufferedImage decoded(Answer.Made made, Rendition rendition) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(made.jpegs().get(rendition)));
  }

  private static String size(Answer.Made made, Rendition rendition) throws IOException {
    BufferedImage image = decoded(made, rendition);
    return image.getWidth() + " × " + image.getHeight();
  }

  private static String corners(Answer.Made made) throws IOException {
    BufferedImage image = decoded(made, Rendition.LARGE);
    int left = image.getWidth() / 4;
    int top = image.getHeight() / 4;
    int right = image.getWidth() - 1 - left;
    int bottom = image.getHeight() - 1 - top;
    return ""
        + letter(image.getRGB(left, top))
        + letter(image.getRGB(right, top))
        + letter(image.getRGB(right, bottom))
        + letter(image.getRGB(left, bottom));
  }

  private static char letter(int rgb) {
    var colour = new Color(rgb);
    boolean red = colour.getRed() > 120;
    boolean green = colour.getGreen() > 120;
    boolean blue = colour.getBlue() > 120;
    if (red && green) {
      return blue ? 'W' : 'Y';
    }
    return red ? 'R' : green ? 'G' : blue ? 'B' : 'K';
  }
}
