package org.homeward.alert.photos;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.homeward.durable.Loop;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.recovery.Recovery;
import org.homeward.frame.start.Background;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.pictures.keeping.MongoPhotoBytes;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoTrouble;
import org.homeward.pictures.keeping.PhotoUpkeep;
import org.homeward.pictures.keeping.PhotosAway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where photos come from, where their copies lie, and what becomes of copies that nobody names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
public class PhotoPlaceConfiguration {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean
  PhotoBytes photoBytes(PhotoSettings settings, NodeSettings node, MongoDatabase database)
      throws IOException {
    return switch (settings.in()) {
      case FILES -> new FilePhotoBytes(node.data().resolve("photos").resolve("alert"));
      case STORE -> new MongoPhotoBytes(database);
    };
  }

  /** For police: any of them waits for its photo as long as it takes. */
  @Bean
  PhotoSource photosForPolice(PhotoSettings settings, DerivedIds ids) {
    return new HttpPhotoSource(
        client(), settings.intake(), ids, "photo-reader", Duration.ofSeconds(20));
  }

  /** For everybody: a page that waits takes a place of others. */
  @Bean
  PhotoSource photosForPublic(PhotoSettings settings, DerivedIds ids) {
    return new HttpPhotoSource(
        client(), settings.intake(), ids, "public-photo-reader", Duration.ofSeconds(5));
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(CONNECT).build();
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
      Recovery recovery, PhotoBytes photoBytes, List<PhotoCopies> kept, Clock clock) {
    return new PhotoUpkeep(
        photoBytes,
        () -> recovery.isWithin(PhotoUpkeep.RESTORED),
        name -> kept.stream().anyMatch(each -> each.holds(name)),
        clock);
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
    return () ->
        photoUpkeep.trouble().map(PhotoPlaceConfiguration::health).orElse(Health.up().build());
  }

  private static Health health(PhotoTrouble trouble) {
    return (trouble.isDown() ? Health.down() : Health.up())
        .withDetail("code", trouble.code())
        .withDetail("whatToDo", trouble.whatToDo())
        .build();
  }
}
