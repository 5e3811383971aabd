package org.homeward.frame.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.stream.Stream;
import org.homeward.durable.Aggregate;
import org.homeward.durable.document.DocumentSettings;
import org.homeward.durable.store.Incarnation;
import org.homeward.durable.store.StoreConnection;
import org.homeward.durable.store.StoreJournal;
import org.homeward.durable.store.WriteObserver;
import org.homeward.durable.store.WriteSettings;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;
import org.homeward.frame.recovery.StoreCalls;
import org.homeward.frame.start.AtOpening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's own database {@code <node>_<service>}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class FrameStoreConfiguration {

  /**
   * @param others that hear of every command beside this service's own counters: a test that
   *     compares what two requests ask of the store
   */
  @Bean
  MongoClient store(
      NodeSettings node,
      StoreCalls storeCalls,
      StorePressure storePressure,
      @Qualifier("storeListener") ObjectProvider<CommandListener> others) {
    return StoreConnection.open(
        node.storeUri(),
        Stream.concat(Stream.of(storeCalls, storePressure), others.orderedStream())
            .toArray(CommandListener[]::new));
  }

  @Bean
  StorePressure storePressure() {
    return new StorePressure();
  }

  @Bean
  MeterBinder storePressureGauge(StorePressure storePressure) {
    return registry ->
        Gauge.builder("homeward.store.pressure", storePressure, StorePressure::percent)
            .description("how full the embedded store's memory is, in percent; 0 with MongoDB")
            .register(registry);
  }

  @Bean
  MongoDatabase database(MongoClient store, NodeSettings node, ServiceName service) {
    return store.getDatabase(node.node() + "_" + service.name());
  }

  @Bean
  Aggregates aggregates(
      MongoDatabase database,
      Incarnation incarnation,
      Clock clock,
      WriteObserver observer,
      StoreJournal journal,
      ServiceName service,
      StoreSettings settings) {
    var documents = new DocumentSettings(incarnation, clock, WriteSettings.DEFAULT, observer);
    return new Aggregates(
        new Aggregate.Home(database, documents, journal, service.name(), settings.lookEvery()),
        settings.writePrevious());
  }

  @Bean
  AtOpening aggregatesOpening(ObjectProvider<Aggregate<?>> all) {
    return () -> all.orderedStream().forEach(Aggregate::prepare);
  }

  @Bean
  StoreJournal storeJournal(MongoDatabase database, Clock clock) {
    return new StoreJournal(database, clock);
  }

  @Bean
  StoreProblems frameStoreProblems() {
    return new StoreProblems();
  }
}
