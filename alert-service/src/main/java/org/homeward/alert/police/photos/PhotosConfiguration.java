package org.homeward.alert.police.photos;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.homeward.alert.police.notices.PoliceNotice;
import org.homeward.alert.police.notices.TellPolice;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.recovery.Recovery;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.pictures.keeping.MongoPhotoBytes;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoTrouble;
import org.homeward.pictures.keeping.PhotoUpkeep;
import org.homeward.pictures.keeping.PhotosAway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The copies of photos that police were shown. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
public class PhotosConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean
  Aggregate<PhotoCopy> photoCopies(Aggregates aggregates, ObjectProvider<PhotoCopies> keptPhotos) {
    return aggregates
        .of("photo-copies", PhotoCopy.class)
        .askedBy(PhotoCopy.NOTICE)
        .alarm(id -> keptPhotos.getObject().due(id))
        .declared();
  }

  @Bean
  PhotoBytes photoBytes(PhotoSettings settings, NodeSettings node, MongoDatabase database)
      throws IOException {
    return switch (settings.in()) {
      case FILES -> new FilePhotoBytes(node.data().resolve("photos").resolve("alert"));
      case STORE -> new MongoPhotoBytes(database);
    };
  }

  @Bean
  PhotoCopies keptPhotos(
      Aggregate<PhotoCopy> photoCopies,
      Aggregate<PoliceNotice> policeNotices,
      PhotoBytes photoBytes,
      Clock clock) {
    return new PhotoCopies(photoCopies.documents(), policeNotices.documents(), photoBytes, clock);
  }

  @Bean
  ReadPhoto readPhoto(PhotoCopies keptPhotos, PhotoSettings settings, DerivedIds ids) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    return new ReadPhoto(keptPhotos, new HttpPhotoSource(http, settings.intake(), ids));
  }

  @Bean
  DropPhotos dropPhotos(PhotoCopies keptPhotos, TellPolice tellPolice) {
    return new DropPhotos(keptPhotos, tellPolice);
  }

  @Bean
  ProblemMapping photoProblems() {
    return failure ->
        failure instanceof PhotosAway
            ? Optional.of(FaceProblem.UNAVAILABLE.problem())
            : Optional.empty();
  }

  @Bean
  PhotoUpkeep photoUpkeep(
      Recovery recovery, PhotoBytes photoBytes, PhotoCopies keptPhotos, Clock clock) {
    return new PhotoUpkeep(
        photoBytes, () -> recovery.isWithin(PhotoUpkeep.RESTORED), keptPhotos::holds, clock);
  }

  @Bean
  Background photoSweeping(PhotoUpkeep photoUpkeep) {
    var loop = new Loop("photo-sweep", PhotoUpkeep.SWEEP_EVERY, photoUpkeep::sweep);
    return new Background(loop::start, loop::close);
  }

  @Bean
  Background photoTrials(PhotoUpkeep photoUpkeep) {
    var loop = new Loop("photo-trial", PhotoUpkeep.TRY_EVERY, photoUpkeep::tryPlace);
    return new Background(loop::start, loop::close);
  }

  @Bean
  MeterBinder photoMetrics(PhotoUpkeep photoUpkeep) {
    return registry -> {
      FunctionCounter.builder("homeward.photos.swept", photoUpkeep, PhotoUpkeep::swept)
          .description("photos without a document whose bytes were deleted")
          .register(registry);
      Gauge.builder("homeward.photos.kept", photoUpkeep, now -> now.isKept() ? 1 : 0)
          .description("1 while the place of photos takes bytes and gives them back")
          .register(registry);
    };
  }

  @Bean
  HealthIndicator photosHealthIndicator(PhotoUpkeep photoUpkeep) {
    return () -> photoUpkeep.trouble().map(PhotosConfiguration::health).orElse(Health.up().build());
  }

  private static Health health(PhotoTrouble trouble) {
    return (trouble.isDown() ? Health.down() : Health.up())
        .withDetail("code", trouble.code())
        .withDetail("whatToDo", trouble.whatToDo())
        .build();
  }
}
