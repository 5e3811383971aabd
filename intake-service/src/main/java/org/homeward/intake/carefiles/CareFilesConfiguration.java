package org.homeward.intake.carefiles;

import static org.homeward.face.access.Role.CONFIDANT;
import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.intake.audit.AuditedBeside;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.ErasureTrail;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.screening.Indicators;
import org.homeward.intake.staff.KnowStaff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregates of care files and their links, which no other service hears of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CareFileSettings.class)
public class CareFilesConfiguration {

  /** Confidants, and of those only members; whoever watches over all knows that a file is there. */
  public static List<Permit> permits() {
    String file = CareFileController.FILE;
    return List.of(
        Permit.of(POST, HttpCareFiles.FILES, CONFIDANT),
        Permit.of(GET, HttpCareFiles.FILES, SUPERVISOR, CONFIDANT, DPO),
        Permit.of(GET, file, SUPERVISOR, CONFIDANT),
        Permit.of(POST, file + "/about", CONFIDANT),
        Permit.of(POST, file + "/access", CONFIDANT),
        Permit.of(POST, file + "/screenings", CONFIDANT),
        Permit.of(POST, file + "/consents", CONFIDANT),
        Permit.of(POST, file + "/passed-on", CONFIDANT),
        Permit.of(POST, file + "/links", CONFIDANT),
        Permit.of(POST, file + "/unlink", CONFIDANT),
        Permit.of(POST, file + "/break-glass", SUPERVISOR),
        Permit.of(POST, file + "/erase", CONFIDANT, DPO));
  }

  /** Only that one was erased, and who may not read it any more, leave it, for the ends log. */
  @Bean
  Aggregate<KeptCareFile> careFiles(
      Aggregates aggregates, EndsLog endsLog, ObjectProvider<SettleCareFiles> settleCareFiles) {
    return aggregates
        .of("care-files", KeptCareFile.class)
        .listed(ViewCareFiles.NEWEST_FIRST)
        .publishedTo(endsLog.drain(CareFileEnds::of))
        .alarm(id -> settleCareFiles.getObject().due(id))
        .declared();
  }

  /** It belongs to no case, and says itself from whom it is kept. */
  @Bean
  AuditedBeside auditedCareFiles(Aggregate<KeptCareFile> careFiles) {
    return new AuditedBeside(careFiles.documents(), List.of(), _ -> Optional.of(Set.of()));
  }

  @Bean
  Aggregate<KeptCareLink> keptCareLinks(
      Aggregates aggregates, ObjectProvider<CareLinks> careLinks) {
    return aggregates
        .of("care-links", KeptCareLink.class)
        .askedBy(KeptCareLink.FILE, KeptCareLink.CASE_ID)
        .alarm(id -> careLinks.getObject().due(id))
        .declared();
  }

  @Bean
  CareLinks careLinks(
      Aggregate<KeptCareLink> keptCareLinks,
      Aggregate<KeptCareFile> careFiles,
      Aggregate<KeptCase> cases,
      DerivedIds ids,
      Clock clock) {
    return new CareLinks(
        keptCareLinks.documents(),
        ErasedCase.among(cases.documents()),
        id ->
            careFiles
                .documents()
                .find(id)
                .filter(found -> found.state() instanceof CareFile)
                .isPresent(),
        ids,
        clock);
  }

  @Bean
  ChangeCareFile changeCareFile(
      Aggregate<KeptCareFile> careFiles,
      ErasureTrail trail,
      CareFileSettings settings,
      Clock clock) {
    return new ChangeCareFile(careFiles.documents(), trail, settings.kept(), clock);
  }

  @Bean
  SettleCareFiles settleCareFiles(
      Aggregate<KeptCareFile> careFiles,
      ChangeCareFile changeCareFile,
      ObjectProvider<LookAtCareFile.ErasedBesideFile> beside,
      Clock clock) {
    return new SettleCareFiles(
        careFiles.documents(), changeCareFile, () -> beside.stream().toList(), clock);
  }

  @Bean
  CareFileAgain careFileAgain(ChangeCareFile changeCareFile, Incarnation incarnation) {
    return new CareFileAgain(changeCareFile, incarnation);
  }

  @Bean
  LookAtCareFile lookAtCareFile(
      Aggregate<KeptCareFile> careFiles, LogAuditTrail trail, Clock clock) {
    return new LookAtCareFile(careFiles.documents(), trail, clock);
  }

  @Bean
  ViewCareFiles viewCareFiles(
      Aggregate<KeptCareFile> careFiles,
      LookAtCareFile lookAtCareFile,
      LookAtCase lookAtCase,
      CareLinks careLinks) {
    return new ViewCareFiles(careFiles.documents(), lookAtCareFile, lookAtCase, careLinks);
  }

  @Bean
  OpeningTasks openingTasks(Aggregate<KeptCareFile> careFiles, ChangeCareFile changeCareFile) {
    return new OpeningTasks(careFiles.documents(), changeCareFile);
  }

  @Bean
  CareFilesController careFilesController(
      LookAtCareFile lookAtCareFile,
      ViewCareFiles viewCareFiles,
      ChangeCareFile changeCareFile,
      LookAtCase lookAtCase,
      KnowStaff knowStaff,
      Indicators screeningIndicators,
      Clock clock) {
    return new CareFilesController(
        lookAtCareFile,
        viewCareFiles,
        changeCareFile,
        lookAtCase,
        knowStaff,
        screeningIndicators,
        clock);
  }

  @Bean
  CareFileController careFileController(
      LookAtCareFile lookAtCareFile,
      ChangeCareFile changeCareFile,
      KnowStaff knowStaff,
      Indicators screeningIndicators) {
    return new CareFileController(lookAtCareFile, changeCareFile, knowStaff, screeningIndicators);
  }

  @Bean
  CareLinksController careLinksController(
      LookAtCareFile lookAtCareFile, LookAtCase lookAtCase, CareLinks careLinks) {
    return new CareLinksController(lookAtCareFile, lookAtCase, careLinks);
  }

  @Bean
  SampledGauges careFileGauges(OpeningTasks openingTasks) {
    return new SampledGauges()
        .seldom(
            "homeward.carefiles.opened",
            "openings by break-glass that data protection has not asked about",
            Tags.empty(),
            openingTasks::count);
  }

  @Bean
  Background careFileSampling(SampledGauges careFileGauges) {
    return new Background(careFileGauges::start, careFileGauges::close);
  }
}
