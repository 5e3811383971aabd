package org.homeward.intake.photos.police;

import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The records of locked pictures that left for police, and the key of police. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectingSettings.class)
public class CollectingConfiguration {

  /** A supervisor alone. */
  public static List<Permit> permits() {
    return List.of(
        Permit.of(POST, "/api/v1/cases/{id}/photos/{photo}/collect", SUPERVISOR),
        Permit.of(POST, "/api/v1/cases/{id}/attachments/{attachment}/collect", SUPERVISOR),
        Permit.of(POST, "/api/v1/tips/{id}/picture/collect", SUPERVISOR));
  }

  @Bean
  Aggregate<Collected> collectedPictures(Aggregates aggregates) {
    return aggregates
        .of("collected-pictures", Collected.class)
        .askedBy(Collected.PICTURE)
        .declared();
  }

  /** A record is as hidden as its picture. */
  @Bean
  AuditedBeside auditedCollections(Aggregate<Collected> collectedPictures) {
    return new AuditedBeside(
        collectedPictures.documents(),
        List.of(Collected.PICTURE),
        record -> record.text(Collected.PICTURE).map(Set::of));
  }

  @Bean
  HttpCollecting httpCollecting(
      Aggregate<Collected> collectedPictures,
      SealedBytes sealedBytes,
      CollectingSettings settings,
      LogAuditTrail trail,
      Clock clock)
      throws IOException {
    return new HttpCollecting(
        collectedPictures.documents(), sealedBytes, key(settings), trail, clock);
  }

  private static Optional<PoliceKey> key(CollectingSettings settings) throws IOException {
    if (settings.key().isBlank()) {
      return Optional.empty();
    }
    byte[] file = Files.readAllBytes(Path.of(settings.key()));
    try {
      return Optional.of(PoliceKey.read(settings.of(), file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("homeward.intake.collecting.key: " + e.getMessage());
    }
  }
}
