package org.homeward.engines.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Refuses writes, as a former primary does, as long as a file exists; for tests of the services.
 */
final class ReadOnly {
  /** A system property: the file. */
  static final String FILE = "homeward.store.read-only-while";

  private final @Nullable Path file;

  ReadOnly(@Nullable Path file) {
    this.file = file;
  }

  static ReadOnly ofProcess() {
    String file = System.getProperty(FILE);
    return new ReadOnly(file == null ? null : Path.of(file));
  }

  void check() {
    if (file != null && Files.exists(file)) {
      throw new MongoServerError(10107, "NotWritablePrimary", "not primary");
    }
  }
}
