package org.homeward.intake.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.face.access.Role;
import org.homeward.face.testing.StubIssuer;
import org.homeward.intake.IntakeApplication;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.snapshots.Snapshot;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.TopicContent;
import org.homeward.testkit.exclusion.StoreCommands;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The service on real engines, started once for all integration tests of this JVM. */
public final class TrialIntake {

  private static final TrialIntake INTAKE = new TrialIntake();

  private final StubIssuer issuer = StubIssuer.started();
  private final StoreCommands commands = new StoreCommands();
  private final TrialPolice police = TrialPolice.withKey();
  private final Path directory;
  private final EmbeddedStore store;
  private final EmbeddedBroker broker;
  private final Producer<String, byte[]> producer;
  private final ConfigurableApplicationContext service;
  private final int port;

  private TrialIntake() {
    try {
      directory = Files.createTempDirectory("intake-trial");
      store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), 0));
      List<Integer> ports = FreePorts.take(2);
      broker =
          EmbeddedBroker.start(
              EmbeddedBroker.Settings.alone(
                  directory.resolve("broker"), ports.get(0), ports.get(1)));
      Path policeKey = Files.writeString(directory.resolve("police.jwk"), police.publicKey());
      createTopics("rs.handovers", "rs.alerts");
      producer = EventTopic.producer(broker.bootstrapServers());
      service =
          new SpringApplicationBuilder(IntakeApplication.class)
              .initializers(
                  fresh -> fresh.getBeanFactory().registerSingleton("storeListener", commands))
              .run(
                  "--homeward.node=rs",
                  "--server.port=0",
                  "--management.server.port=0",
                  "--homeward.data=" + directory.resolve("data"),
                  "--homeward.audit.checkpoints=" + directory,
                  "--homeward.door.proxies=127.0.0.1",
                  "--homeward.intake.tips.pictures-protocol=KTO 12/26",
                  "--homeward.intake.collecting.key=" + policeKey,
                  "--homeward.intake.collecting.of=Police of Novi Sad",
                  "--homeward.store-uri=" + store.connectionString(),
                  "--homeward.kafka=" + broker.bootstrapServers(),
                  "--homeward.access.audience=" + StubIssuer.AUDIENCE,
                  "--homeward.access.issuer=" + issuer.uri());
      port = ((WebServerApplicationContext) service).getWebServer().getPort();
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
      haveBeenHere("ana", "marko");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TrialIntake get() {
    return INTAKE;
  }

  public Person person(String login, Role... roles) {
    return new Person(port, issuer.token(login, roles));
  }

  /** The same with a name in the token. */
  public Person named(String login, String name, Role... roles) {
    return new Person(port, issuer.token(login, claims -> claims.claim("name", name), roles));
  }

  /** These colleagues are known, as operators. */
  public void haveBeenHere(String... logins) {
    for (String login : logins) {
      person(login, Role.OPERATOR).get("/api/v1/drafts?limit=1");
    }
  }

  /** Those whose key this node has. */
  public TrialPolice police() {
    return police;
  }

  public int port() {
    return port;
  }

  /** What the requests of a walk ask of its store. */
  public StoreCommands commands() {
    return commands;
  }

  /** The header of somebody who has logged in. */
  public String authorization(String login, Role... roles) {
    return "Authorization: Bearer " + issuer.token(login, roles);
  }

  public Person ana() {
    return person("ana", Role.OPERATOR);
  }

  public Person jelena() {
    return person("jelena", Role.SUPERVISOR);
  }

  public Person petar() {
    return person("petar", Role.AUTHORITY);
  }

  public Person vera() {
    return person("vera", Role.DPO);
  }

  public <T> T bean(String name, Class<T> type) {
    return service.getBean(name, type);
  }

  public <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return service;
  }

  /** One change of something that alert owns. */
  public static Envelope<?> told(long version, ChangeType type, Snapshot snapshot) {
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    return Envelope.of(
        "rs", version, List.of(new Change(version, type.text(), at, "p-1009")), snapshot);
  }

  /** Sends what a service of the node tells, and waits until the broker has it. */
  public void tell(String topic, String key, Envelope<?> envelope) {
    EncodedEvent event = new EventCodec("rs", "trial", Clock.systemUTC()).write(key, envelope);
    var sent = new ProducerRecord<>(topic, event.key(), event.value());
    event.headers().forEach(header -> sent.headers().add(header.name(), header.value()));
    try {
      producer.send(sent).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that is on a topic now. */
  public List<ConsumerRecord<String, byte[]>> all(String topic) {
    return TopicContent.of(broker.bootstrapServers(), topic);
  }

  private void createTopics(String... names) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      for (String name : names) {
        admin
            .createTopics(List.of(new NewTopic(name, Optional.of(3), Optional.empty())))
            .all()
            .get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void close() {
    service.close();
    producer.close(Duration.ofSeconds(2));
    broker.close();
    store.close();
    issuer.close();
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
