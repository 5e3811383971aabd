package org.homeward.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.store.StoreConnection;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.face.trace.Trace;
import org.homeward.frame.health.Indicators;
import org.homeward.frame.operate.ReaderEndpoint;
import org.homeward.frame.operate.RepublishEndpoint;
import org.homeward.frame.start.StartRefused;
import org.homeward.frame.store.LogAuditTrail;
import org.homeward.frame.store.StorePressure;
import org.homeward.schema.disclosure.AuditEntry;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.event.Decoded;
import org.homeward.schema.facts.Basis;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class FrameIT {

  @TempDir static Path directory;

  private static final int BROKER = FreePorts.take();

  private static EmbeddedStore store;
  private static EmbeddedBroker broker;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() throws IOException {
    store =
        EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), FreePorts.take()));
    broker =
        EmbeddedBroker.start(
            EmbeddedBroker.Settings.alone(directory.resolve("broker"), BROKER, FreePorts.take()));
    service = run();
  }

  @AfterAll
  static void stop() {
    service.close();
    broker.close();
    store.close();
  }

  private static ConfigurableApplicationContext run(String... settings) {
    return new SpringApplicationBuilder(TrialFrame.class)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.main.banner-mode=off",
            "homeward.node=rs",
            "homeward.data=" + directory.resolve("data"),
            "homeward.store-uri=mongodb://127.0.0.1:" + store.address().getPort(),
            "homeward.kafka=127.0.0.1:" + BROKER)
        .properties(settings)
        .run();
  }

  @SuppressWarnings("unchecked")
  private static GuardedDocuments<TrialFrame.Stone> stones() {
    return service.getBean("stones", Aggregate.class).documents();
  }

  private static Decoded.Event nextRead() {
    try {
      var event = service.getBean(TrialFrame.class).read.poll(60, TimeUnit.SECONDS);
      assertThat(event).as("an event in time").isNotNull();
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsWrittenIsPublishedReadInItsTraceAndPublishedAgainOnDemand() {
    String id = UUID.randomUUID().toString();
    var state = new TrialFrame.Stone(YearMonth.of(2026, 3));
    var traces = service.getBean(TrialFrame.class).traces;
    Trace trace = Trace.fresh();
    try (var _ = trace.open()) {
      stones().create(id, Edit.of(state, "ana", "case.erased.v1"), new Command(id, "h"), "");
    }

    Decoded.Event first = nextRead();
    assertThat(first.subject().id()).isEqualTo(id);
    assertThat(traces.get(id)).isEqualTo(trace.id());
    assertThat(first.envelope().changes()).hasSize(1);

    assertThat(service.getBean(RepublishEndpoint.class).republish())
        .isEqualTo(Map.of("published", 1));
    Decoded.Event again = nextRead();
    assertThat(again.version()).isEqualTo(first.version());
    assertThat(again.envelope().changes()).isEmpty();
    assertThat(traces.get(id)).as("nobody's request").isNotEqualTo(trace.id());
  }

  @Test
  void readersAreShownAndOnlyWhatIsKnownIsDone() {
    var reader = service.getBean(TopicReader.class);
    Awaitility.await()
        .until(
            () -> Indicators.readers(() -> List.of(reader)).health().getStatus().equals(Status.UP));
    var endpoint = service.getBean(ReaderEndpoint.class);
    var shown = Map.of("topic", "rs.cases", "state", "Reading", "stale", 0);

    assertThat(endpoint.state()).isEqualTo(Map.of("readers", List.of(shown)));
    assertThat(endpoint.act("accept-gap", null)).isEqualTo(endpoint.state());
    assertThat(endpoint.act("accept-gap", "rs.cases")).isEqualTo(endpoint.state());
    assertThatThrownBy(() -> endpoint.act("skip", null))
        .isInstanceOf(InvalidEndpointRequestException.class);
    assertThatThrownBy(() -> endpoint.act("accept-gap", "rs.alerts"))
        .isInstanceOf(InvalidEndpointRequestException.class);
  }

  @Test
  @Proves(10)
  void aLookStandsInTheLogOfTheService() {
    Log audit = service.getBean(Log.class);
    long before = audit.head().n();

    service
        .getBean(LogAuditTrail.class)
        .append(
            new AuditEntry(
                List.of("an-id"),
                AuditEntry.Verb.DISCLOSED,
                "police",
                "desk-1",
                Purpose.values()[0],
                Basis.LEGAL_DUTY,
                service.getBean(Clock.class).instant()));

    assertThat(audit.head().n()).isEqualTo(before + 1);
    var entry = audit.range(before + 1, before + 1).getFirst().fields();
    assertThat(entry.getList("subjects", String.class)).containsExactly("an-id");
    assertThat(entry.getString("reader")).isEqualTo("desk-1");
    assertThat(service.getBean(MongoDatabase.class).getName()).isEqualTo("rs_trial");
  }

  @Test
  void theAuditTrailHasNoIndexThatAStartWouldWaitFor() {
    assertThat(service.getBean(MongoDatabase.class).getCollection("audit").listIndexes())
        .extracting(index -> index.getString("name"))
        .containsExactlyInAnyOrder("_id_", "ref_1");
  }

  @Test
  void aDatabaseThatWasMadeWithAnotherTopicIsRefused() {
    assertThatThrownBy(() -> run("trial.topic=others"))
        .hasStackTraceContaining(StartRefused.class.getName())
        .hasRootCauseInstanceOf(DatabaseClaim.Mismatch.class);
  }

  /** Kafka deletes a segment when the newest record in it is old enough. */
  @Test
  void noRecordIsOnATopicLongerThanIsPromised() throws Exception {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, "rs.cases");
    var found = service.getBean(Admin.class).describeConfigs(List.of(topic)).all().get();
    var kept =
        Stream.of("retention.ms", "segment.ms")
            .map(key -> Duration.ofMillis(Long.parseLong(found.get(topic).get(key).value())))
            .reduce(Duration.ofMinutes(10), Duration::plus);

    assertThat(kept).isLessThan(DatabaseClaim.GONE_AFTER);
  }

  @Test
  void whatIsAwayIsDownAndSaysWhatToDo() {
    var away = FreePorts.take();
    var nobody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + away));
    try (var nowhere = StoreConnection.open("mongodb://127.0.0.1:" + away)) {
      assertUp(Indicators.store(service.getBean(MongoDatabase.class)));
      assertUp(Indicators.broker(service.getBean(Admin.class)));
      assertUp(Indicators.publications(() -> List.of(service.getBean(Aggregate.class))));
      assertDown(Indicators.store(nowhere.getDatabase("x")), "HOMEWARD_STORE_URI");
      assertDown(Indicators.broker(nobody), "HOMEWARD_KAFKA; what is accepted waits meanwhile.");
    } finally {
      nobody.close(Duration.ZERO); // it would wait a minute for its last call
    }
  }

  @Test
  void howFullTheStoreIsComesWithItsAnswers() {
    var pressure = service.getBean(StorePressure.class);
    var database = service.getBean(MongoDatabase.class);

    int said = database.runCommand(new Document("ping", 1)).getInteger(StorePressure.FIELD);

    assertThat(pressure.percent()).isEqualTo(said).isBetween(1, 100);
    assertThat(service.getBean(MeterRegistry.class).get("homeward.store.pressure").gauge().value())
        .isEqualTo(pressure.percent());
  }

  @Test
  void numbersOfTheBackgroundAreThere() {
    var metrics = service.getBean(MeterRegistry.class);

    for (var name : List.of("homeward.reader.lag", "homeward.reader.stale")) {
      assertThat(metrics.get(name).tag("topic", "rs.cases").gauge()).isNotNull();
    }
    assertThat(metrics.get("homeward.publication.oldest.pending").gauge()).isNotNull();
    assertThat(metrics.get("homeward.publications").tag("of", "stones").functionCounter())
        .isNotNull();
    Awaitility.await()
        .until(
            () -> metrics.find("homeward.loop.late").tag("loop", "sweep-stones").gauge() != null);
  }

  private static void assertUp(HealthIndicator indicator) {
    assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
  }

  private static void assertDown(HealthIndicator indicator, String whatToDo) {
    var health = indicator.health();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails().get("whatToDo").toString()).contains(whatToDo);
  }
}
