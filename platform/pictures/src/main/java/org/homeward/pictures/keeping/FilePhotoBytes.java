package org.homeward.pictures.keeping;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.homeward.durable.store.DurableFile;

/** Photos of one machine: a directory for each, a file for each part. */
public final class FilePhotoBytes implements PhotoBytes {
  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  /** Of a file that is not yet under its name. */
  private static final String UNFINISHED = ".new";

  private final Path directory;

  /**
   * @param directory for photos only, made when it is not there
   */
  public FilePhotoBytes(Path directory) throws IOException {
    this.directory = directory.toAbsolutePath();
    Files.createDirectories(this.directory, OURS_ALONE);
  }

  @Override
  public void put(PhotoName name, SealedPhoto photo) {
    try {
      Path folder = folder(name.photo());
      try {
        Files.createDirectory(folder, OURS_ALONE);
        flush();
      } catch (FileAlreadyExistsException notTheFirstPart) {
        // its name is on the disk already
      }
      DurableFile.replace(folder.resolve(name.part()), photo.bytes());
    } catch (IOException e) {
      throw new PhotosAway(e);
    }
  }

  @Override
  public Optional<SealedPhoto> get(PhotoName name) {
    try {
      return Optional.of(
          new SealedPhoto(Files.readAllBytes(folder(name.photo()).resolve(name.part()))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PhotosAway(e);
    }
  }

  @Override
  public void delete(String photo) {
    Path folder = folder(photo);
    try {
      for (Path part : in(folder)) {
        Files.deleteIfExists(part);
      }
      Files.deleteIfExists(folder);
      flush();
    } catch (NoSuchFileException e) {
      // nothing is there
    } catch (IOException e) {
      throw new PhotosAway(e);
    }
  }

  @Override
  public void eachOlderThan(Instant limit, Consumer<String> photo) {
    try {
      for (Path folder : in(directory)) {
        String name = String.valueOf(folder.getFileName());
        if (PhotoName.isPhoto(name) && Files.isDirectory(folder) && isOlder(folder, limit)) {
          removeUnfinished(folder, limit);
          photo.accept(name);
        }
      }
    } catch (IOException e) {
      throw new PhotosAway(e);
    }
  }

  @Override
  public OptionalLong room() {
    try {
      return OptionalLong.of(Files.getFileStore(directory).getUsableSpace());
    } catch (IOException e) {
      throw new PhotosAway(e);
    }
  }

  private static void removeUnfinished(Path folder, Instant limit) throws IOException {
    try {
      for (Path part : in(folder)) {
        if (part.toString().endsWith(UNFINISHED) && isOlder(part, limit)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (NoSuchFileException deletedMeanwhile) {
      // by another instance
    }
  }

  private static boolean isOlder(Path path, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }

  private Path folder(String photo) {
    return directory.resolve(new PhotoName(photo, "all").photo());
  }

  private void flush() throws IOException {
    try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
