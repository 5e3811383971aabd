package org.homeward.pictures.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.pictures.Area;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hostile images of the conformance material: each is read or refused by a rule. */
class PictureConformanceIT {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path copies;

  @Test
  void everyImageIsReadOrRefusedByARule() throws IOException {
    Path images = images();
    PictureReader reader = ChildPictureReader.startingFrom(copies, new ReadingLimits(1, 0, LONG));
    Map<String, Integer> counts = new TreeMap<>();

    for (String row :
        Files.readAllLines(images.resolve("manifest.csv")).stream().skip(1).toList()) {
      String file = row.substring(0, row.indexOf(','));
      Reading reading = reader.read(Files.readAllBytes(images.resolve(file)), Area.WHOLE, LONG);
      counts.merge(outcome(reading), 1, Integer::sum);
      String expected = row.substring(file.length() + 1).replaceFirst("^[0-9]+,\"?", "");
      if (expected.startsWith("accept,")) {
        assertThat(reading).as(file).isInstanceOf(Reading.Read.class);
      } else if (expected.startsWith("reject")) {
        assertThat(reading).as(file).isInstanceOf(Reading.Refused.class);
      }
      assertCarriesNothing(file, reading);
    }

    System.out.println("images of conformance/abuse: " + counts);
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(40);
  }

  private static String outcome(Reading reading) {
    return switch (reading) {
      case Reading.Read _ -> "read";
      case Reading.Refused refused -> "refused: " + refused.rule().rule();
      case Reading.Busy _ -> "busy";
    };
  }

  private static void assertCarriesNothing(String file, Reading reading) {
    if (reading instanceof Reading.Read read) {
      for (Rendered rendered : read.renditions().values()) {
        assertThat(new String(rendered.jpeg(), StandardCharsets.ISO_8859_1))
            .as(file)
            .doesNotContain("Exif", "<script", "<?php", "PK\3\4", "GIMP");
      }
    }
  }

  private static Path images() {
    Path root = root();
    assumeTrue(Files.isDirectory(root), "no conformance material at " + root);
    return root.resolve("abuse").resolve("images");
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
