package org.homeward.frame.changes;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.homeward.durable.Loop;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.HeadWatch;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.OldEntries;
import org.homeward.durable.store.Incarnation;
import org.homeward.face.door.Allowance;
import org.homeward.face.door.AllowanceRow;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.start.AtOpening;
import org.homeward.frame.start.Background;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The log of what has changed, and its page; a service declares its {@link ChangeKind}s. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeSettings.class)
public class FrameChangesConfiguration {

  private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
  private static final Duration FORGETS_EVERY = Duration.ofHours(1);

  @Bean
  Log changes(MongoDatabase database, Incarnation incarnation) {
    return new Log(database, ChangeLog.NAME, incarnation);
  }

  @Bean
  AtOpening changesOpening(Log changes) {
    return changes::prepare;
  }

  @Bean
  ChangeLog changeLog(Log changes, MongoDatabase database, ChangeSettings settings, Clock clock) {
    var old = new OldEntries(database, ChangeLog.NAME, ChangeLog.AT);
    return new ChangeLog(changes, old, settings.kept(), clock);
  }

  @Bean
  Background changesForgetting(ChangeLog changeLog) {
    var loop = new Loop("changes-forget", FORGETS_EVERY, changeLog::forget);
    return new Background(loop::start, loop::close);
  }

  @Bean
  HeadWatch changesWatch(ChangeLog changeLog) {
    return new HeadWatch(changeLog::head);
  }

  @Bean
  Background changesFollowing(HeadWatch changesWatch) {
    return Background.ofWaiting("changes-head", LOOKS_EVERY, changesWatch);
  }

  @Bean
  MeterBinder changesMetrics(HeadWatch changesWatch) {
    return registry ->
        Gauge.builder("homeward.changes.waiting", changesWatch, HeadWatch::waiting)
            .description("requests that wait for something to change")
            .register(registry);
  }

  /** They wait for long, and keep nobody else from an answer. */
  @Bean
  AllowanceRow changesPlaces() {
    return AllowanceRow.ofKnown(HttpMethod.GET, ChangesController.PATH + "*", Allowance.CHANGES);
  }

  @Bean
  ChangesController changesController(
      ChangeLog changeLog,
      HeadWatch changesWatch,
      ObjectProvider<ChangeKind> kinds,
      DerivedIds ids,
      ServiceName service,
      Clock clock) {
    return new ChangesController(
        new ReadChanges(changeLog, changesWatch, kinds.orderedStream().toList()),
        new Places(ids, service.name()),
        service.name(),
        clock);
  }
}
