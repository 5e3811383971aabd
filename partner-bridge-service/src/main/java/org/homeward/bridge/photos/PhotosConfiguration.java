package org.homeward.bridge.photos;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.command.DerivedIds;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.recovery.Recovery;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.pictures.PictureReader;
import org.homeward.pictures.keeping.FilePhotoBytes;
import org.homeward.pictures.keeping.MongoPhotoBytes;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoTrouble;
import org.homeward.pictures.keeping.PhotoUpkeep;
import org.homeward.pictures.keeping.PhotosAway;
import org.homeward.pictures.reading.ChildPictureReader;
import org.homeward.pictures.reading.ReadingLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos that partners hand over. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
public class PhotosConfiguration {

  /** Few people look at photos of partners, and each process takes 400 MB. */
  private static final ReadingLimits ONE_AT_A_TIME =
      new ReadingLimits(1, 4, ReadingLimits.USUAL.time());

  @Bean
  Aggregate<PhotoCopy> photoCopies(
      Aggregates aggregates,
      ObjectProvider<HeldPhotos> heldPhotos,
      ObjectProvider<AskOwners> askOwners) {
    return aggregates
        .of("partner-photos", PhotoCopy.class)
        .askedBy(PhotoCopy.HANDOVER)
        .alarm(id -> heldPhotos.getObject().due(id))
        .alarm(id -> askOwners.getObject().due(id))
        .declared();
  }

  @Bean
  PhotoBytes photoBytes(PhotoSettings settings, NodeSettings node, MongoDatabase database)
      throws IOException {
    return switch (settings.in()) {
      case FILES -> new FilePhotoBytes(node.data().resolve("photos").resolve("bridge"));
      case STORE -> new MongoPhotoBytes(database);
    };
  }

  @Bean
  HeldPhotos heldPhotos(
      Aggregate<PhotoCopy> photoCopies,
      Aggregate<Handover> handovers,
      PhotoBytes photoBytes,
      DerivedIds ids,
      Clock clock) {
    return new HeldPhotos(photoCopies.documents(), handovers.documents(), photoBytes, ids, clock);
  }

  @Bean
  PictureReader pictureReader(NodeSettings node) throws IOException {
    return ChildPictureReader.startingFrom(
        node.secretFiles().resolve("bridge-picture-reader"), ONE_AT_A_TIME);
  }

  @Bean
  AskOwners askOwners(
      HeldPhotos heldPhotos, Aggregate<Handover> handovers, OwnerPhotos ownerPhotos, Clock clock) {
    return new AskOwners(heldPhotos, handovers.documents(), ownerPhotos, clock);
  }

  @Bean
  LookAtHeldPhoto lookAtHeldPhoto(
      HeldPhotos heldPhotos,
      OwnerPhotos ownerPhotos,
      AskOwners askOwners,
      PictureReader pictureReader,
      Recovery recovery,
      Clock clock) {
    return new LookAtHeldPhoto(
        heldPhotos,
        ownerPhotos,
        askOwners,
        pictureReader,
        () -> recovery.isQuarantined() || recovery.isWithin(PhotoUpkeep.RESTORED),
        clock);
  }

  @Bean
  HeldPhotosController heldPhotosController(
      ViewHandovers viewHandovers,
      SeeHandovers seeHandovers,
      HeldPhotos heldPhotos,
      LookAtHeldPhoto lookAtHeldPhoto,
      Clock clock) {
    return new HeldPhotosController(
        viewHandovers, seeHandovers, heldPhotos, lookAtHeldPhoto, clock);
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
      Recovery recovery, PhotoBytes photoBytes, HeldPhotos heldPhotos, Clock clock) {
    return new PhotoUpkeep(
        photoBytes, () -> recovery.isWithin(PhotoUpkeep.RESTORED), heldPhotos::holds, clock);
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
