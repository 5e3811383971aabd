package org.homeward.frame.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.homeward.durable.store.DurableFile;

/** A directory, such as one of another machine that is mounted here. */
record DirectoryCheckpointPlace(Path directory) implements CheckpointPlace {

  /** The directory is not made: a mount that is away must not be taken for the place. */
  @Override
  public void reach() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
  }

  @Override
  public void keep(String name, byte[] checkpoint) throws IOException {
    reach();
    DurableFile.replace(directory.resolve(name), checkpoint);
  }
}
