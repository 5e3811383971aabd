package org.homeward.intake.imports;

import static org.homeward.face.access.Role.DPO;
import static org.homeward.face.access.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import org.homeward.durable.Aggregate;
import org.homeward.face.access.Permit;
import org.homeward.frame.operate.SampledGauges;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.Aggregates;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StorePressure;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.reports.OpenCase;
import org.homeward.intake.photos.bytes.NamesBytes;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.pictures.keeping.PhotoBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregate of imports, which no other service hears of, and its use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
public class ImportsConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(TakeRows.class);

  /** Whoever answers for what many rows bring; the officer sees what waits for her. */
  public static List<Permit> permits() {
    String imports = "/api/v1/imports";
    String one = imports + "/{id}";
    return List.of(
        Permit.of(POST, imports, SUPERVISOR),
        Permit.of(GET, imports, SUPERVISOR, DPO),
        Permit.of(GET, one, SUPERVISOR, DPO),
        Permit.of(POST, one + "/take", SUPERVISOR),
        Permit.of(POST, one + "/review", SUPERVISOR),
        Permit.of(POST, one + "/discard", SUPERVISOR, DPO));
  }

  @Bean
  Aggregate<KeptImport> imports(Aggregates aggregates, ObjectProvider<TakeRows> takeRows) {
    return aggregates
        .of("imports", KeptImport.class)
        .listed(ViewImports.WAITING_FIRST)
        .alarm(id -> takeRows.getObject().due(id))
        .declared();
  }

  @Bean
  ImportFile importFile(PhotoBytes photoBytes) {
    return new ImportFile(photoBytes);
  }

  /** Its bytes stay as long as the import has the key to them. */
  @Bean
  NamesBytes importBytes(Aggregate<KeptImport> imports) {
    return kept ->
        ImportFile.importOf(kept)
            .flatMap(id -> imports.documents().find(id))
            .filter(found -> found.state() instanceof Import live && live.key() != null)
            .isPresent();
  }

  @Bean
  ChangeImport changeImport(Aggregate<KeptImport> imports, ImportSettings settings, Clock clock) {
    return new ChangeImport(imports.documents(), settings, clock);
  }

  @Bean
  KeepImport keepImport(
      ChangeImport changeImport, ImportFile importFile, StorePressure room, Clock clock) {
    return new KeepImport(changeImport, importFile, room, clock);
  }

  @Bean
  TakeRows takeRows(
      ChangeImport changeImport,
      ImportFile importFile,
      OpenCase openCase,
      ChangeCase changeCase,
      LookAtCase lookAtCase,
      Aggregate<KeptCase> cases,
      ObjectProvider<ErasedBeside> beside,
      MeterRegistry metrics,
      Clock clock) {
    Counter rings = metrics.counter("homeward.imports.rings"); // there is a number before one rings
    return new TakeRows(
        changeImport,
        importFile,
        new TakeRow(
            openCase,
            changeCase,
            lookAtCase,
            cases.documents(),
            id -> beside.stream().anyMatch(room -> room.hasWorkOn(id))),
        id -> {
          rings.increment();
          LOG.warn("nobody has reviewed import {} in time", id);
        },
        clock);
  }

  @Bean
  ImportErasures importErasures(
      Aggregate<KeptImport> imports, ChangeImport changeImport, LookAtCase lookAtCase) {
    return new ImportErasures(imports.documents(), changeImport, lookAtCase);
  }

  @Bean
  ViewImports viewImports(
      Aggregate<KeptImport> imports, LogAuditTrail trail, ImportSettings settings, Clock clock) {
    return new ViewImports(imports.documents(), trail, settings.reviewWithin(), clock);
  }

  @Bean
  ImportsController importsController(
      KeepImport keepImport, ChangeImport changeImport, ViewImports viewImports) {
    return new ImportsController(keepImport, changeImport, viewImports);
  }

  @Bean
  SampledGauges importGauges(ViewImports viewImports) {
    return new SampledGauges()
        .seldom(
            "homeward.imports.overdue",
            "imports that nobody has reviewed in time",
            Tags.empty(),
            viewImports::overdue)
        .seldom(
            "homeward.imports.paused",
            "imports that wait for room in the store",
            Tags.empty(),
            viewImports::paused);
  }

  @Bean
  Background importSampling(SampledGauges importGauges) {
    return new Background(importGauges::start, importGauges::close);
  }
}
