package org.homeward.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFilesTest {

  @TempDir Path from;
  @TempDir Path to;

  private void kept(String name, String part) throws IOException {
    Path folder = Files.createDirectories(from.resolve("photos/intake").resolve(name));
    Files.writeString(folder.resolve(part), "sealed");
  }

  private List<String> copied() throws IOException {
    PhotoFiles.copy(from, to);
    try (Stream<Path> all = Files.walk(to)) {
      return all.filter(Files::isRegularFile).map(file -> to.relativize(file).toString()).toList();
    }
  }

  @Test
  @Proves(8)
  void aCopyHasNoOriginalAndNothingThatNobodyHasLookedAt() throws IOException {
    kept("a-seen-photo", "large");
    kept("a-seen-photo-original", "original");
    kept("an-unseen-photo-veiled", "veiled");
    kept("an-unseen-photo", "large");
    kept("an-unseen-photo-original", "original");

    assertThat(copied()).containsExactly("photos/intake/a-seen-photo/large");
  }

  @Test
  @Proves(4)
  void aCopyHasNoPhotoOfAPartner() throws IOException {
    kept("a-photo", "large");
    Path partners = Files.createDirectories(from.resolve("photos/bridge/a-partners-photo"));
    Files.writeString(partners.resolve("large"), "sealed");

    assertThat(copied()).containsExactly("photos/intake/a-photo/large");
  }

  @Test
  void onceSomebodyHasLookedTheNextCopyHasIt() throws IOException {
    kept("a-photo-veiled", "veiled");
    kept("a-photo", "large");
    assertThat(copied()).isEmpty();

    Files.delete(from.resolve("photos/intake/a-photo-veiled/veiled"));
    Files.delete(from.resolve("photos/intake/a-photo-veiled"));

    assertThat(copied()).containsExactly("photos/intake/a-photo/large");
  }
}
