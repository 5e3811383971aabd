package org.homeward.pictures.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePhotoBytesIT implements PhotoBytesContract {
  private static final PhotoName NAME = new PhotoName("photo-0001", "large");

  @TempDir Path directory;

  @Override
  public PhotoBytes photos() {
    try {
      return new FilePhotoBytes(directory.resolve("photos"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyElseReadsTheFiles() throws IOException {
    photos().put(NAME, PhotoKey.fresh().seal(NAME, new byte[10]));

    try (Stream<Path> all = Files.walk(directory.resolve("photos"))) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void photosOutliveTheProcess() {
    var key = PhotoKey.fresh();
    photos().put(NAME, key.seal(NAME, new byte[10]));

    assertThat(key.open(NAME, photos().get(NAME).orElseThrow())).hasSize(10);
  }

  @Test
  void whatACrashLeftHalfWrittenIsDeletedLater() throws IOException {
    PhotoBytes photos = photos();
    photos.put(NAME, PhotoKey.fresh().seal(NAME, new byte[10]));
    Path folder = directory.resolve("photos").resolve(NAME.photo());
    Path half = Files.createFile(folder.resolve("large123.new"));
    var longAgo = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(half, longAgo);
    Files.setLastModifiedTime(folder, longAgo);

    photos.eachOlderThan(Instant.EPOCH.plusSeconds(60), _ -> {});

    assertThat(half).doesNotExist();
    assertThat(photos.get(NAME)).isPresent();
  }

  @Test
  void aDiskThatCannotBeReadIsNotAnAbsentPhoto() throws IOException {
    PhotoBytes photos = photos();
    photos.put(NAME, PhotoKey.fresh().seal(NAME, new byte[10]));
    Path file = directory.resolve("photos").resolve(NAME.photo()).resolve("large");
    Files.delete(file);
    Files.createDirectory(file); // reading it fails, also for an administrator

    assertThatThrownBy(() -> photos.get(NAME)).isInstanceOf(PhotosAway.class);
  }

  @Test
  void whatADiskPutsBesideThemIsLeftAlone() throws IOException {
    PhotoBytes photos = photos();
    Path found = Files.createDirectory(directory.resolve("photos").resolve("lost+found"));
    Path finder = Files.createFile(directory.resolve("photos").resolve(".DS_Store"));
    photos.put(NAME, PhotoKey.fresh().seal(NAME, new byte[10]));
    List<String> named = new ArrayList<>();

    photos.eachOlderThan(Instant.now().plusSeconds(60), named::add);

    assertThat(named).containsExactly(NAME.photo());
    assertThat(found).exists();
    assertThat(finder).exists();
  }

  @Test
  void aDiskSaysHowMuchRoomItHas() {
    assertThat(photos().room()).isPresent();
  }

  @Test
  void aNameLeadsNowhereElse() {
    assertThatThrownBy(() -> new PhotoName("../../etc", "passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> photos().delete("../photos"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
