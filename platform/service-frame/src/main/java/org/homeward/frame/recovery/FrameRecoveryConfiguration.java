package org.homeward.frame.recovery;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Optional;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.RunMarks;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.operate.RepublishEndpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The handling of data that are an earlier copy. */
@Configuration(proxyBeanMethods = false)
public class FrameRecoveryConfiguration {

  @Bean
  RunMarks runMarks(MongoDatabase database) {
    return new RunMarks(database);
  }

  @Bean
  EndsLog endsLog(NodeSettings node, ServiceName service) {
    return new EndsLog(node.data().resolve("ends-" + service.name() + ".log"));
  }

  /** A service that takes nothing away has no replay. */
  @Bean
  Recovery recovery(
      RunMarks runMarks,
      EndsLog endsLog,
      Incarnation incarnation,
      NodeSettings node,
      ServiceName service,
      ObjectProvider<Replay> replay,
      Clock clock) {
    return new Recovery(
        runMarks,
        endsLog,
        incarnation,
        node.data(),
        service.name(),
        () -> Optional.ofNullable(replay.getIfAvailable()),
        clock);
  }

  @Bean
  Replaying replaying(Recovery recovery, ObjectProvider<RepublishEndpoint> topic) {
    return new Replaying(recovery, Optional.ofNullable(topic.getIfAvailable()));
  }

  @Bean
  StoreCalls storeCalls() {
    return new StoreCalls();
  }

  @Bean
  MeterBinder storeOperations(StoreCalls storeCalls) {
    return registry ->
        FunctionCounter.builder("homeward.store.operations", storeCalls, StoreCalls::operations)
            .description("what this process has asked of the store and got an answer to")
            .register(registry);
  }

  @Bean
  Marking marking(Recovery recovery, StoreCalls storeCalls) {
    return new Marking(recovery, storeCalls);
  }

  @Bean
  RecoveryEndpoint recoveryEndpoint(Recovery recovery) {
    return new RecoveryEndpoint(recovery);
  }

  /** Not part of liveness or readiness: a restored node does its work, but for what goes out. */
  @Bean
  HealthIndicator recoveryHealthIndicator(Marking marking, Recovery recovery) {
    return () ->
        marking.isQuarantined()
            ? Health.outOfService()
                .withDetail("code", "restored")
                .withDetail(
                    "whatToDo",
                    "These data are an earlier copy: read GET /actuator/recovery, do what it asks"
                        + " for, then two people open: "
                        + recovery.howToOpen())
                .build()
            : Health.up().build();
  }

  @Bean
  MeterBinder recoveryMetrics(Marking marking) {
    return registry ->
        Gauge.builder("homeward.recovery.quarantined", marking, m -> m.isQuarantined() ? 1 : 0)
            .description("1 while a restored node waits for two people to open it")
            .register(registry);
  }
}
