package org.homeward.frame.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the audit trail's keys and checkpoints, {@code homeward.audit.*}.
 *
 * @param checkpoints a directory, or an address that takes {@code PUT}, outside the node; blank for
 *     none, which is unhealthy
 * @param every how often a checkpoint goes there
 */
@ConfigurationProperties("homeward.audit")
record AuditSettings(@Nullable String checkpoints, @DefaultValue("24h") Duration every) {

  /** Where checkpoints go; empty when nobody has said. */
  Optional<CheckpointPlace> place() {
    if (checkpoints == null || checkpoints.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          checkpoints.matches("(?i)https?:.*")
              ? new HttpCheckpointPlace(URI.create(checkpoints))
              : new DirectoryCheckpointPlace(Path.of(checkpoints)));
    } catch (IllegalArgumentException typo) { // unhealthy, and no reason not to start
      return Optional.of(
          (_, _) -> {
            throw new IOException(HttpCheckpointPlace.FORM);
          });
    }
  }
}
