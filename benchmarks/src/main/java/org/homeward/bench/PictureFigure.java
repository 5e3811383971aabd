package org.homeward.bench;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.Reading;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoKey;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.pictures.reading.ChildPictureReader;
import org.homeward.pictures.reading.ReadingLimits;

/**
 * Measures the cost of a child process for each picture. Bare is the same in the JVM that measures,
 * without a walk or a limit.
 */
final class PictureFigure implements Figure {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final int[] EDGES = {1600, 400, 96};
  private static final int AT_A_TIME = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public void measure(BenchNodes nodes, Report report, boolean quick) throws Exception {
    int times = quick ? 3 : 9;
    Path directory = Files.createTempDirectory("pictures");
    PictureReader reader =
        ChildPictureReader.startingFrom(directory.resolve("reader"), ReadingLimits.USUAL);
    PhotoBytes photos = new FilePhotoBytes(directory.resolve("photos"));
    try {
      byte[] picture = picture();
      byte[] heic = heic();
      byte[] tiny = jpeg(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB));
      report.remark("a JPEG of 12 million pixels, %.1f MB".formatted(picture.length / 1e6));
      var ours = new Runs();
      var bare = new Runs();
      var least = new Runs();
      for (int i = 0; i < times; i++) {
        bare.add(seconds(() -> inProcess(picture)));
        ours.add(seconds(() -> stored(picture, reader, photos)));
        least.add(seconds(() -> stored(tiny, reader, photos)));
      }
      report.ratio("sent → sealed and on the disk", ours.median(), bare.median(), "s", "< 2 s");
      report.value("the same of 16 × 16 pixels", least.median(), "s", "");
      double before = usedHeap();
      report.value(
          AT_A_TIME + " at a time, until all are stored",
          seconds(() -> together(picture, reader, photos)),
          "s",
          "");
      report.value(
          "heap of the service after them, beside before", usedHeap() - before, "MB", "< 20 MB");
      var ofHeic = new Runs();
      for (int i = 0; i < times; i++) {
        ofHeic.add(seconds(() -> stored(heic, reader, photos)));
      }
      report.value("the same picture in HEIC, alone", ofHeic.median(), "s", "≤ 15 s");
      HostilePictures.measure(reader, heic, report);
    } finally {
      deleteAll(directory);
    }
  }

  /** Soft shapes with a grain, as a camera makes them. */
  private static byte[] picture() throws IOException {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var random = new Random(116_000);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int soft = (int) (110 + 60 * Math.sin(x / 170.0) + 60 * Math.cos(y / 230.0));
        int grain = random.nextInt(14);
        image.setRGB(x, y, ((soft + grain) << 16) | ((soft / 2 + grain) << 8) | (200 - soft / 2));
      }
    }
    return jpeg(image);
  }

  /** The same, softer; nothing in Java writes HEIC. */
  private static byte[] heic() throws IOException {
    try (InputStream in = PictureFigure.class.getResourceAsStream("/pictures/grain.heic")) {
      return requireNonNull(in).readAllBytes();
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  private static int inProcess(byte[] picture) throws IOException {
    BufferedImage from = ImageIO.read(new ByteArrayInputStream(picture));
    int bytes = 0;
    for (int edge : EDGES) {
      var small = new BufferedImage(edge, edge * HEIGHT / WIDTH, BufferedImage.TYPE_INT_RGB);
      Graphics2D drawing = small.createGraphics();
      drawing.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      drawing.drawImage(from, 0, 0, small.getWidth(), small.getHeight(), null);
      drawing.dispose();
      bytes += jpeg(small).length;
    }
    return bytes;
  }

  private static String stored(byte[] picture, PictureReader reader, PhotoBytes photos) {
    if (!(reader.read(picture, Area.WHOLE, PATIENCE) instanceof Reading.Read read)) {
      throw new IllegalStateException("the picture was refused");
    }
    String id = UUID.randomUUID().toString();
    var key = PhotoKey.fresh();
    var original = new PhotoName(id, "original");
    photos.put(original, key.seal(original, picture));
    read.renditions()
        .forEach(
            (rendition, made) -> {
              var name = new PhotoName(id, rendition.name().toLowerCase(Locale.ROOT));
              photos.put(name, key.seal(name, made.jpeg()));
            });
    return id;
  }

  private static int together(byte[] picture, PictureReader reader, PhotoBytes photos)
      throws Exception {
    List<Future<String>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_A_TIME; i++) {
        all.add(threads.submit(() -> stored(picture, reader, photos)));
      }
    }
    for (Future<String> one : all) {
      one.get();
    }
    return all.size();
  }

  /** Of what is still needed, in MB: pictures are decoded in processes of their own. */
  private static double usedHeap() {
    System.gc();
    Runtime here = Runtime.getRuntime();
    return (here.totalMemory() - here.freeMemory()) / 1e6;
  }

  private static double seconds(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    work.call();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
