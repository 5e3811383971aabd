package org.homeward.bridge.trial;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.homeward.bridge.BridgeApplication;
import org.homeward.bridge.partners.Partners;
import org.homeward.copies.FreshCases;
import org.homeward.durable.document.KeptHistory;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.StubIssuer;
import org.homeward.face.testing.Wire;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.event.EventCodec;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.ErasureSnapshot;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.TcpProxy;
import org.homeward.testkit.TopicContent;
import org.homeward.testkit.exclusion.StoreCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** One bridge, which can stop and come back; partners reach it through a proxy. */
public final class TrialNode {

  public final String name;
  public final NodeKeys keys;
  private final TrialNodes nodes;
  private final int port = FreePorts.take();
  private final TcpProxy wayIn = TcpProxy.toPort(port);
  private final EventCodec intake;
  private final StoreCommands commands = new StoreCommands();
  private @Nullable ConfigurableApplicationContext service;

  TrialNode(TrialNodes nodes, String name) {
    this.nodes = nodes;
    this.name = name;
    this.keys = NodeKeys.generate(name);
    this.intake = new EventCodec(name, "intake", Clock.systemUTC());
  }

  @Configuration(proxyBeanMethods = false)
  static class SettableTime {
    @Bean
    @Primary
    Clock settableClock() {
      return TrialNodes.clockOfServices();
    }
  }

  public void start() {
    Path data = nodes.directory.resolve(name);
    Path keyFile = nodes.directory.resolve(name + "-keys.json");
    try {
      Files.write(keyFile, keys.secret());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    service =
        new SpringApplicationBuilder(BridgeApplication.class, SettableTime.class)
            .initializers(
                fresh -> fresh.getBeanFactory().registerSingleton("storeListener", commands))
            .run(
                "--homeward.node=" + name,
                "--server.port=" + port,
                "--management.server.port=0",
                "--homeward.data=" + data,
                "--homeward.audit.checkpoints=" + nodes.directory,
                "--homeward.store-uri=" + nodes.store.connectionString(),
                "--homeward.kafka=" + nodes.broker.bootstrapServers(),
                "--homeward.access.issuer=" + nodes.issuer.uri(),
                "--homeward.access.audience=" + StubIssuer.AUDIENCE,
                "--homeward.bridge.registry=" + nodes.directory.resolve("registry.jws"),
                "--homeward.bridge.registry-key=" + nodes.directory.resolve("trusted.json"),
                "--homeward.bridge.registry-poll=200ms",
                "--homeward.bridge.keys=" + keyFile,
                "--homeward.bridge.photos.intake=" + nodes.intake().address(),
                "--homeward.store.look-every=1s", // advancing the clock wakes no alarm
                "--homeward.bridge.resend=2s",
                "--homeward.bridge.deadline=3s",
                "--spring.jmx.enabled=false");
    Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .until(context().getBean(FreshCases.class)::now);
  }

  public void stop() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  public ConfigurableApplicationContext context() {
    if (service == null) {
      throw new IllegalStateException(name + " is stopped");
    }
    return service;
  }

  /** What lies between the partners and this node. */
  public TcpProxy wayIn() {
    return wayIn;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + wayIn.port());
  }

  public Person person(String login, Role... roles) {
    return new Person(port, nodes.issuer.token(login, roles));
  }

  /** The commands that requests send to the store. */
  public StoreCommands commands() {
    return commands;
  }

  public int port() {
    return port;
  }

  /** The files of photos that this node keeps. */
  public List<Path> photoFiles() {
    Path photos = nodes.directory.resolve(name).resolve("photos").resolve("bridge");
    try (Stream<Path> all = Files.walk(photos)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("trial-")) // of the upkeep
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The header of a login. */
  public String authorization(String login, Role... roles) {
    return "Authorization: Bearer " + nodes.issuer.token(login, roles);
  }

  public Person supervisor() {
    return person("jelena-" + name, Role.SUPERVISOR);
  }

  public Person desk() {
    return person("eleni-" + name, Role.PARTNER_DESK);
  }

  public Person operator() {
    return person("ana-" + name, Role.OPERATOR);
  }

  /** Bytes as a partner would post them. */
  public Answer message(byte[] sealed) {
    Answer answer =
        new Wire(port)
            .send("POST", "/bridge/v1/messages", sealed, "Content-Type: application/jose");
    return Exchanges.checked("POST", "/bridge/v1/messages", "application/jose", sealed, answer);
  }

  /** What intake tells about a case. */
  public void tell(String caseId, Envelope<?> envelope) {
    send(name + ".cases", intake.write(caseId, envelope));
  }

  /** What this node's services tell once a partner's case is gone from all of them. */
  public void copiesErased(String caseId, String home, List<String> kept, @Nullable Instant until) {
    tombstone(caseId, TrialCase.foreign(caseId, home).forgotten());
    erasureDone(caseId, home, kept, until);
  }

  /** What intake tells of a case that is erased there, once this service has erased it too. */
  public void tombstone(String caseId, Envelope<?> stone) {
    tell(caseId, stone);
    awaitCopy(
        caseId,
        copy ->
            isOf(copy, stone.version())
                && !copy.get("dues", Document.class).containsKey(KeptHistory.FORGET_DUE));
  }

  /** A record about a case that nobody can read: what is known of it may be old. */
  public void tellUnreadable(String caseId) {
    try {
      nodes.producer.send(new ProducerRecord<>(name + ".cases", caseId, new byte[] {'?'})).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    FreshCases fresh = context().getBean(FreshCases.class);
    Awaitility.await().until(() -> !fresh.of(caseId));
  }

  /** What alert says when all copies of a case are gone. */
  public void erasureDone(String caseId, String home, List<String> kept, @Nullable Instant until) {
    var done = new ErasureSnapshot(caseId, home, false, nodes.clock().instant(), kept, until);
    var change = Change.of(1, ChangeType.ERASURE_DONE, nodes.clock().instant(), "alert");
    send(
        name + ".alerts",
        new EventCodec(name, "alert", Clock.systemUTC())
            .write(caseId, Envelope.of(home, 1, List.of(change), done)));
  }

  private void send(String topic, EncodedEvent event) {
    var sent = new ProducerRecord<>(topic, event.key(), event.value());
    event.headers().forEach(header -> sent.headers().add(header.name(), header.value()));
    try {
      nodes.producer.send(sent).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a handover is as wanted here. */
  public JsonNode await(String handover, Predicate<JsonNode> wanted) {
    Person reader = supervisor();
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              Answer answer = reader.get("/api/v1/handovers/" + handover);
              return answer.status() == 200 ? answer.json() : null;
            },
            found -> found != null && wanted.test(found));
  }

  public JsonNode awaitStatus(String handover, String status) {
    return await(handover, found -> found.path("status").asString().equals(status));
  }

  /** Waits until the service uses this version of the registry. */
  public void awaitRegistry(long version) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                context().getBean(Partners.class).registry().map(Registry::version).orElse(0L)
                    == version);
  }

  /** Waits until the service knows a case in this version. */
  public void awaitCase(String caseId, long version) {
    awaitCopy(caseId, copy -> isOf(copy, version));
  }

  private static boolean isOf(Document copy, long version) {
    return copy.get("from", Document.class).getLong("version") >= version;
  }

  private void awaitCopy(String caseId, Predicate<Document> wanted) {
    var copies = context().getBean(MongoDatabase.class).getCollection("case-copies");
    Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> copies.find(new Document("_id", caseId)).first(),
            copy -> copy != null && wanted.test(copy));
  }

  /** Whether a text stands anywhere in this service's database, histories included. */
  public List<String> collectionsWith(String text) {
    List<String> found = new ArrayList<>();
    MongoDatabase database = context().getBean(MongoDatabase.class);
    for (String collection : database.listCollectionNames()) {
      for (Document document : database.getCollection(collection).find()) {
        if (document.toJson().contains(text)) {
          found.add(collection);
          break;
        }
      }
    }
    return found;
  }

  /** A handover's document with its history, as text. */
  public String stored(String handover) {
    return String.valueOf(
        context()
            .getBean(MongoDatabase.class)
            .getCollection("handovers")
            .find(new Document("_id", handover))
            .map(Document::toJson)
            .first());
  }

  public List<Document> audit() {
    return context()
        .getBean(MongoDatabase.class)
        .getCollection("audit")
        .find()
        .map(entry -> entry.get("fields", Document.class))
        .into(new ArrayList<>());
  }

  /** What the chain says of messages that came. */
  public List<Document> messagesAudited() {
    return audit().stream().filter(entry -> "MESSAGE".equals(entry.getString("verb"))).toList();
  }

  /** The snapshots told of a handover on this node's topic, oldest first. */
  public List<JsonNode> told(String handover) {
    return all("handovers").stream()
        .map(one -> Json.mapper().readTree(one.value()))
        .filter(event -> event.path("snapshot").path("id").asString().equals(handover))
        .toList();
  }

  /** Everything that is on a topic of this node now. */
  public List<ConsumerRecord<String, byte[]>> all(String which) {
    return TopicContent.of(nodes.broker.bootstrapServers(), name + "." + which);
  }

  void close() {
    stop();
    wayIn.close();
  }
}
