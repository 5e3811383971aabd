package org.homeward.pictures.child;

import java.awt.Rectangle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Refusal;
import org.homeward.pictures.Rendition;
import org.homeward.pictures.structure.Walk;

/**
 * The child process: reads one picture from its standard input, answers on its standard output and
 * ends. It has no other file, no environment and no network address of anybody.
 */
public final class PictureProcess {
  /** It has ended itself, because nobody else did. */
  public static final int EXIT_TOO_SLOW = 124;

  /** A blur that leaves colours and no shapes. */
  private static final int BLOTS = 10;

  private PictureProcess() {}

  /**
   * @param arguments after how many milliseconds it ends in any case: its parent may have crashed
   */
  public static void main(String[] arguments) throws IOException {
    endAfter(Long.parseLong(arguments[0]));
    offerItself();
    System.setOut(System.err); // what a library prints is no answer
    ImageIO.setUseCache(false);
    Answer answer = answer(Task.read(new BufferedInputStream(System.in)));
    try (var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      answer.write(out);
    }
    Runtime.getRuntime().halt(0);
  }

  static Answer answer(Task task) {
    try {
      return made(task);
    } catch (IOException | RuntimeException | StackOverflowError undecodable) {
      return new Answer.Unmade(Refusal.UNREADABLE);
    }
  }

  private static Answer made(Task task) throws IOException {
    Walk.Sound picture = task.picture();
    if (picture.format() == PictureFormat.PNG
        && !PngRows.areWhole(picture.pixels(), picture.width(), picture.height())) {
      return new Answer.Unmade(Refusal.TRUNCATED);
    }
    return picture.format() == PictureFormat.HEIC ? ofHeic(task) : ofOthers(task);
  }

  private static Answer ofHeic(Task task) throws IOException {
    var picture = new HeicPicture(task.picture().pixels());
    Rectangle area = Orientation.UPRIGHT.stored(task.area(), picture.width(), picture.height());
    Pixels large =
        Reduction.of(area.width, area.height, picture.rows(area), Rendition.LARGE.edge());
    return rendered(large, area.width, area.height, new ExifClaims(picture.exif()));
  }

  private static Answer ofOthers(Task task) throws IOException {
    Walk.Sound picture = task.picture();
    var exif = new ExifClaims(picture.exif());
    Orientation orientation = exif.orientation();
    Rectangle stored = orientation.stored(task.area(), picture.width(), picture.height());
    Pixels large = Decoding.of(picture, stored, Rendition.LARGE.edge()).upright(orientation);
    int width = orientation.turned() ? stored.height : stored.width;
    int height = orientation.turned() ? stored.width : stored.height;
    return rendered(large, width, height, exif);
  }

  private static Answer rendered(Pixels large, int width, int height, ExifClaims exif)
      throws IOException {
    Pixels medium = Reduction.of(large, Rendition.MEDIUM.edge());
    Pixels small = Reduction.of(medium, Rendition.SMALL.edge());
    Pixels veiled = Reduction.of(small, BLOTS).enlarged(Rendition.VEILED.edge());
    Map<Rendition, byte[]> jpegs = new EnumMap<>(Rendition.class);
    jpegs.put(Rendition.LARGE, JpegWriter.write(large));
    jpegs.put(Rendition.MEDIUM, JpegWriter.write(medium));
    jpegs.put(Rendition.SMALL, JpegWriter.write(small));
    jpegs.put(Rendition.VEILED, JpegWriter.write(veiled));
    return new Answer.Made(width, height, jpegs, exif.claims());
  }

  /** When memory runs out, Linux ends this process and not the service. */
  private static void offerItself() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException _) {
      // another system
    }
  }

  private static void endAfter(long millis) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(EXIT_TOO_SLOW);
            });
  }
}
