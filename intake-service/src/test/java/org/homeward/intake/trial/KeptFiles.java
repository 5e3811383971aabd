package org.homeward.intake.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.homeward.frame.node.NodeSettings;

/** The bytes of pictures and papers that intake keeps on the disk. */
public final class KeptFiles {

  private KeptFiles() {}

  /**
   * Those with these words in their path, without the ones that are being written. Intake may
   * delete others meanwhile.
   */
  public static List<Path> named(TrialIntake intake, String words) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          intake.bean(NodeSettings.class).data().resolve("photos"),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().contains(words) && !file.toString().endsWith(".new")) {
                found.add(file);
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
    return found;
  }
}
