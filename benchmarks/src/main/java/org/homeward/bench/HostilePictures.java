package org.homeward.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.Reading;

/** Measures how long a picture takes that nobody sends in good faith; each is refused. */
final class HostilePictures {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String AIM = "< 2 s";
  private static final int WIDE = 10_000;
  private static final int HIGH = 5_001;

  /** The sizes of a HEIC stand eight bytes behind the name of their box. */
  private static final int BEHIND_NAME = 8;

  private HostilePictures() {}

  /**
   * @param heic a sound one
   */
  static void measure(PictureReader reader, byte[] heic, Report report) throws IOException {
    Map<String, byte[]> images = images();
    String slowest = "";
    double longest = 0;
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      double took = refused(image.getKey(), image.getValue(), reader);
      if (took > longest) {
        slowest = image.getKey();
        longest = took;
      }
    }
    if (images.isEmpty()) {
      report.remark("the images of conformance/abuse were not there, and were not measured");
    } else {
      report.value(
          "the slowest refusal of %d images: %s".formatted(images.size(), slowest),
          longest,
          "s",
          AIM);
    }
    report.value(
        "a HEIC whose header claims 50 million pixels",
        refused("claims", claiming(heic), reader),
        "s",
        AIM);
    report.value("a HEIC of noise", refused("noise", ofNoise(heic), reader), "s", AIM);
  }

  private static double refused(String name, byte[] image, PictureReader reader) {
    long begin = System.nanoTime();
    Reading reading = reader.read(image, Area.WHOLE, PATIENCE);
    double took = (System.nanoTime() - begin) / 1e9;
    if (!(reading instanceof Reading.Refused)) {
      throw new IllegalStateException(name + " was not refused");
    }
    return took;
  }

  private static byte[] claiming(byte[] heic) {
    byte[] bomb = heic.clone();
    int size = new String(bomb, ISO_8859_1).lastIndexOf("ispe") + BEHIND_NAME;
    ByteBuffer.wrap(bomb).putInt(size, WIDE).putInt(size + Integer.BYTES, HIGH);
    return bomb;
  }

  private static byte[] ofNoise(byte[] heic) {
    byte[] noise = heic.clone();
    var random = new Random(116_000);
    for (int i = new String(noise, ISO_8859_1).indexOf("mdat") + BEHIND_NAME;
        i < noise.length;
        i++) {
      noise[i] = (byte) random.nextInt();
    }
    return noise;
  }

  /**
   * Those that must be refused, by name; none where the material does not lie beside the project.
   */
  private static Map<String, byte[]> images() throws IOException {
    Path images = root().resolve("abuse").resolve("images");
    Map<String, byte[]> found = new TreeMap<>();
    if (Files.isDirectory(images)) {
      for (String row : Files.readAllLines(images.resolve("manifest.csv"))) {
        String[] fields = row.split(",", 3);
        if (fields.length == 3 && fields[2].startsWith("\"reject")) {
          found.put(fields[0], Files.readAllBytes(images.resolve(fields[0])));
        }
      }
    }
    return found;
  }

  private static Path root() {
    String named = System.getenv("CONFORMANCE_DIR");
    if (named != null) {
      return Path.of(named);
    }
    Path project = Path.of("").toAbsolutePath();
    while (project.getParent() != null && !Files.exists(project.resolve("mvnw"))) {
      project = project.getParent();
    }
    return project.resolveSibling("shared").resolve("conformance");
  }
}
