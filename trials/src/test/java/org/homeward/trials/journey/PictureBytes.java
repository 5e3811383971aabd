package org.homeward.trials.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.homeward.local.node.NodePlan;
import org.homeward.trials.topics.Records;
import org.homeward.trials.topics.Topics;

/** A drawn face that nobody has: its bytes as a node gives them, and where a node has some left. */
final class PictureBytes {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 600;
  private static final int SAMPLE = 48;

  /** Of which a service tries the place of pictures once a minute. */
  private static final String TRIAL = "trial-";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private PictureBytes() {}

  /** Another face each time, with a word in the comment of its file. */
  static byte[] face(String planted) {
    var random = ThreadLocalRandom.current();
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var paint = image.createGraphics();
    paint.setPaint(new GradientPaint(0, 0, new Color(0xbcd3e0), 0, HEIGHT, new Color(0x8fa9b5)));
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    paint.setColor(new Color(0xf0c8a4));
    paint.fillOval(130, 140, 220, 300);
    paint.setColor(new Color(random.nextInt(0x1000000)));
    paint.fillOval(120, 100, 240, 120);
    paint.setColor(new Color(0x33404a));
    paint.fillOval(180 + random.nextInt(20), 260, 26, 18);
    paint.fillOval(274 + random.nextInt(20), 260, 26, 18);
    paint.dispose();
    var jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return commented(jpeg.toByteArray(), planted.getBytes(ISO_8859_1));
  }

  private static byte[] commented(byte[] jpeg, byte[] text) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)});
    bytes.writeBytes(text);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  static HttpResponse<byte[]> get(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.GET().build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where bytes of pictures lie, sealed, in all services of these nodes. */
  static Set<Path> kept(List<NodePlan> nodes) {
    Set<Path> kept = new TreeSet<>();
    for (NodePlan node : nodes) {
      Path photos = node.data().resolve("photos");
      if (Files.isDirectory(photos)) {
        walk(photos, file -> kept.add(file));
      }
    }
    kept.removeIf(file -> file.toString().contains(TRIAL));
    return kept;
  }

  /**
   * Where a part of one of these pictures can be read as it is: files of all kinds, and records.
   *
   * @param pictures each is looked for by some bytes of its middle
   */
  static List<String> readable(List<NodePlan> nodes, List<byte[]> pictures) {
    List<String> samples = pictures.stream().map(PictureBytes::sample).toList();
    List<String> found = new ArrayList<>();
    for (NodePlan node : nodes) {
      walk(
          node.directory(),
          file -> {
            String content = content(file);
            if (samples.stream().anyMatch(content::contains)) {
              found.add(file.toString());
            }
          });
      try (var topics = new Topics(node.broker())) {
        for (String topic : topics.names()) {
          Records.of(node.broker(), topic).stream()
              .filter(entry -> samples.stream().anyMatch(entry.value()::contains))
              .forEach(entry -> found.add(topic));
        }
      }
    }
    return found;
  }

  private static String sample(byte[] picture) {
    int from = picture.length / 2;
    return new String(picture, from, Math.min(SAMPLE, picture.length - from), ISO_8859_1);
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException deletedMeanwhile) {
      return "";
    }
  }

  private interface Visitor {
    void visit(Path file);
  }

  /** Services delete and write meanwhile. */
  private static void walk(Path directory, Visitor visitor) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                visitor.visit(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException deletedMeanwhile) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException deletedMeanwhile) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
