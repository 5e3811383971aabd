package org.homeward.intake.photos;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.OPERATOR;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.Aggregate;
import org.homeward.durable.Loop;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Permit;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.recovery.Recovery;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.photos.bytes.LockedPicture;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.LocksAlike;
import org.homeward.intake.photos.bytes.NamesBytes;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.police.HttpCollecting;
import org.homeward.intake.worksheets.AwaitLook;
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

/** The aggregate of photos and papers, their bytes, and their use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhotoSettings.class)
public class PhotosConfiguration {

  /** The case team; the officer reads what there is, and sees none of it. */
  public static List<Permit> permits() {
    String photos = "/api/v1/cases/{id}/photos";
    String photo = photos + "/{photo}";
    String papers = "/api/v1/cases/{id}/attachments";
    String paper = papers + "/{attachment}";
    return List.of(
        Permit.of(
            POST, "/api/v1/cases/{id}/children/{child}/photos", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, photos, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(GET, photo + "/{size}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, photo + "/look", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, photo + "/show", SUPERVISOR),
        Permit.of(POST, photo + "/description", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, photo + "/release", OPERATOR, SUPERVISOR),
        Permit.of(POST, photo + "/share", SUPERVISOR),
        Permit.of(POST, photo + "/withdraw", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, photo + "/lock", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, photo + "/hand-over", SUPERVISOR),
        Permit.of(POST, photo + "/destroy", SUPERVISOR),
        Permit.of(POST, photo + "/public", OPERATOR, SUPERVISOR),
        Permit.of(POST, photo + "/public/confirm", OPERATOR, SUPERVISOR),
        Permit.of(POST, photo + "/public/take-back", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.open(GET, PhotoReadersController.PATH),
        Permit.of(POST, papers, OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(GET, papers, OPERATOR, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(GET, paper + "/{part}", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, paper + "/look", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, paper + "/description", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, paper + "/withdraw", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, paper + "/lock", OPERATOR, SUPERVISOR, CONFIDANT),
        Permit.of(POST, paper + "/hand-over", SUPERVISOR),
        Permit.of(POST, paper + "/destroy", SUPERVISOR));
  }

  /** First what a restore must know, then the case, whose event tells its readers. */
  @Bean
  Aggregate<KeptUpload> photos(
      Aggregates aggregates,
      EndsLog endsLog,
      Aggregate<KeptCase> cases,
      LockedPictures lockedPictures,
      AwaitLook awaitLook,
      ObjectProvider<SettleUploads> settleUploads,
      ObjectProvider<ChangeUpload> changeUpload,
      Clock clock) {
    return aggregates
        .of("photos", KeptUpload.class, KeptUpload.SHAPES)
        .askedBy(KeptUpload.CASE_ID)
        .publishedTo(
            endsLog.drain(
                (document, change) -> EndUploadAgain.line(document, change, lockedPictures)),
            new TellCase(
                cases.documents(), awaitLook, id -> changeUpload.getObject().now(id), clock),
            document -> EndUploadAgain.mark(document, lockedPictures))
        .alarm(id -> settleUploads.getObject().due(id))
        .declared();
  }

  /** A photo or a paper is as hidden as its case. */
  @Bean
  AuditedBeside auditedUploads(Aggregate<KeptUpload> photos) {
    return new AuditedBeside(
        photos.documents(),
        List.of(KeptUpload.CASE_ID),
        photo -> photo.text(KeptUpload.CASE_ID).map(Set::of));
  }

  @Bean
  Aggregate<LockedPicture> lockedPictureMarks(Aggregates aggregates) {
    return aggregates.of("locked-pictures", LockedPicture.class).declared();
  }

  @Bean
  LockedPictures lockedPictures(
      Aggregate<LockedPicture> lockedPictureMarks,
      DerivedIds ids,
      ObjectProvider<LocksAlike> rooms,
      Clock clock) {
    var marks = LockedPictures.Marks.in(lockedPictureMarks.documents(), clock);
    return new LockedPictures(ids, marks, rooms::forEach);
  }

  @Bean
  PhotoBytes photoBytes(PhotoSettings settings, NodeSettings node, MongoDatabase database)
      throws IOException {
    return switch (settings.in()) {
      case FILES -> new FilePhotoBytes(node.data().resolve("photos").resolve("intake"));
      case STORE -> new MongoPhotoBytes(database);
    };
  }

  @Bean
  SealedBytes sealedBytes(PhotoBytes photoBytes) {
    return new SealedBytes(photoBytes);
  }

  @Bean
  PictureReader pictureReader(NodeSettings node) throws IOException {
    return ChildPictureReader.startingFrom(
        node.secretFiles().resolve("picture-reader"), ReadingLimits.USUAL);
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
      Recovery recovery,
      PhotoBytes photoBytes,
      Aggregate<KeptUpload> photos,
      ObjectProvider<NamesBytes> otherRooms,
      Clock clock) {
    return new PhotoUpkeep(
        photoBytes,
        () -> recovery.isWithin(PhotoUpkeep.RESTORED),
        kept ->
            otherRooms.stream().anyMatch(each -> each.names(kept))
                || photos
                    .documents()
                    .find(SealedBytes.photoOf(kept))
                    .filter(found -> !(found.state() instanceof GoneUpload))
                    .isPresent(),
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
    return () -> photoUpkeep.trouble().map(PhotosConfiguration::health).orElse(Health.up().build());
  }

  private static Health health(PhotoTrouble trouble) {
    return (trouble.isDown() ? Health.down() : Health.up())
        .withDetail("code", trouble.code())
        .withDetail("whatToDo", trouble.whatToDo())
        .build();
  }

  @Bean
  ChangeUpload changeUpload(Aggregate<KeptUpload> photos, Clock clock) {
    return new ChangeUpload(photos.documents(), clock);
  }

  @Bean
  KeepUpload keepUpload(
      ChangeUpload changeUpload,
      PictureReader pictureReader,
      SealedBytes sealedBytes,
      LockedPictures lockedPictures,
      PhotoSettings settings,
      Clock clock) {
    return new KeepUpload(
        changeUpload, pictureReader, sealedBytes, lockedPictures, settings.originalsKept(), clock);
  }

  @Bean
  SettleUploads settleUploads(
      Aggregate<KeptUpload> photos,
      ChangeUpload changeUpload,
      SealedBytes sealedBytes,
      LockedPictures lockedPictures,
      Aggregate<KeptCase> cases,
      Clock clock) {
    return new SettleUploads(
        photos.documents(),
        changeUpload,
        sealedBytes,
        lockedPictures,
        ErasedCase.among(cases.documents()),
        clock);
  }

  @Bean
  EndUploadAgain endUploadAgain(
      ChangeUpload changeUpload,
      LockedPictures lockedPictures,
      Incarnation incarnation,
      Clock clock) {
    return new EndUploadAgain(changeUpload, lockedPictures, incarnation, clock);
  }

  @Bean
  LookAtUpload lookAtUpload(Aggregate<KeptUpload> photos, LogAuditTrail trail, Clock clock) {
    return new LookAtUpload(photos.documents(), trail, trail.evenWithoutKey(), clock);
  }

  @Bean
  HttpUploads httpUploads(
      LookAtCase lookAtCase,
      LookAtUpload lookAtUpload,
      KeepUpload keepUpload,
      ChangeUpload changeUpload,
      SettleUploads settleUploads,
      SealedBytes sealedBytes,
      LockedPictures lockedPictures,
      HttpCollecting httpCollecting,
      Clock clock) {
    return new HttpUploads(
        lookAtCase,
        lookAtUpload,
        keepUpload,
        changeUpload,
        settleUploads,
        sealedBytes,
        lockedPictures,
        httpCollecting,
        clock);
  }

  @Bean
  PhotosController photosController(HttpUploads httpUploads, Clock clock) {
    return new PhotosController(httpUploads, clock);
  }

  @Bean
  CropPhoto cropPhoto(PictureReader pictureReader, SealedBytes sealedBytes) {
    return new CropPhoto(pictureReader, sealedBytes);
  }

  @Bean
  PublicPhotosController publicPhotosController(
      HttpUploads httpUploads, CropPhoto cropPhoto, Clock clock) {
    return new PublicPhotosController(httpUploads, cropPhoto, clock);
  }

  @Bean
  PapersController papersController(HttpUploads httpUploads) {
    return new PapersController(httpUploads);
  }

  @Bean
  PhotoReadersController photoReadersController(
      Aggregate<KeptUpload> photos,
      Aggregate<KeptCase> cases,
      SealedBytes sealedBytes,
      DerivedIds ids) {
    return new PhotoReadersController(photos.documents(), cases.documents(), sealedBytes, ids);
  }
}
