package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture that is taken, with a word in a comment of its file. */
final class PlantedPicture {

  private PlantedPicture() {}

  static byte[] of(String word) {
    var picture = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] jpeg = picture.toByteArray();
    byte[] text = word.getBytes(ISO_8859_1);
    var planted = new ByteArrayOutputStream();
    planted.write(jpeg, 0, 2);
    planted.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)});
    planted.writeBytes(text);
    planted.write(jpeg, 2, jpeg.length - 2);
    return planted.toByteArray();
  }
}
