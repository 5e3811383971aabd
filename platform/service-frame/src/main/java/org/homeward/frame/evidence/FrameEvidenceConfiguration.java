package org.homeward.frame.evidence;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.homeward.durable.Loop;
import org.homeward.durable.log.KeyFile;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.Sealing;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit trail of a service: sealed, checked, witnessed outside the node, read by the DPO. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
public class FrameEvidenceConfiguration {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  @Bean
  Checkpoints checkpoints(NodeSettings node, ServiceName service, AuditSettings settings) {
    return new Checkpoints(
        node.secretFiles(), node.node(), service.name(), settings.place(), settings.every());
  }

  @Bean
  Log audit(
      MongoDatabase database,
      Incarnation incarnation,
      NodeSettings node,
      ServiceName service,
      StoreSettings store,
      Checkpoints checkpoints) {
    var keys = new KeyFile(node.secretFiles().resolve("audit-" + service.name() + ".keys"));
    var sealing =
        new Sealing(
            keys, !store.writePrevious(), () -> checkpoints.last().map(Checkpoints::witness));
    return Log.sealed(database, "audit", incarnation, sealing);
  }

  @Bean
  LogAuditTrail auditTrail(Log audit) {
    return new LogAuditTrail(audit);
  }

  @Bean
  AtOpening auditOpening(Log audit) {
    return audit::prepare;
  }

  @Bean
  ReadAudit readAudit(
      Log audit, LogAuditTrail auditTrail, AuditedSubjects auditedSubjects, Clock clock) {
    return new ReadAudit(audit, auditTrail, auditedSubjects, clock);
  }

  @Bean
  AuditController auditController(ReadAudit readAudit, Log audit) {
    return new AuditController(readAudit, audit);
  }

  @Bean
  WatchAudit watchAudit(Log audit, Checkpoints checkpoints, Clock clock) {
    return new WatchAudit(audit, checkpoints, clock);
  }

  @Bean
  Background auditWatching(WatchAudit watchAudit) {
    var loop = new Loop("audit", LOOK_EVERY, watchAudit::turn);
    return new Background(loop::start, loop::close);
  }

  @Bean
  HealthIndicator auditHealthIndicator(WatchAudit watchAudit) {
    return new AuditHealthIndicator(watchAudit::soundness);
  }

  @Bean
  MeterBinder auditMetrics(WatchAudit watchAudit) {
    return registry -> {
      Gauge.builder("homeward.audit.sound", watchAudit, watch -> watch.isSound() ? 1 : 0)
          .description("1 while the audit trail has its key, holds, and is witnessed outside")
          .register(registry);
      TimeGauge.builder(
              "homeward.audit.checkpoint.age",
              watchAudit,
              TimeUnit.SECONDS,
              watch ->
                  watch.age().map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN))
          .description("how old the last checkpoint outside the node is")
          .register(registry);
    };
  }
}
