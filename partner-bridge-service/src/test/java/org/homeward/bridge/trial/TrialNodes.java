package org.homeward.bridge.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.publication.EventTopic;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.face.testing.StubIssuer;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SettableClock;
import org.springframework.util.FileSystemUtils;

/** Two bridges on real engines with a wire between them, once for all tests of this JVM. */
public final class TrialNodes {

  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  static final SettableClock CLOCK = SettableClock.at(START);

  private static final TrialNodes NODES = new TrialNodes();

  final StubIssuer issuer = StubIssuer.started();
  private final StubIntake intake = new StubIntake();
  final Path directory;
  final EmbeddedStore store;
  final EmbeddedBroker broker;
  final Producer<String, byte[]> producer;
  final HeldKey registryKey = HeldKey.generate(KeyUse.SIG, "registry");
  private final List<Partner> partners = new ArrayList<>();
  private final TrialNode rs;
  private final TrialNode gr;
  private final NodeKeys drill = NodeKeys.generate("drill");
  private final NodeKeys tr = NodeKeys.generate("tr");
  private long version = 1;

  private TrialNodes() {
    try {
      directory = Files.createTempDirectory("bridge-trial");
      store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), 0));
      List<Integer> ports = FreePorts.take(2);
      broker =
          EmbeddedBroker.start(
              EmbeddedBroker.Settings.alone(
                  directory.resolve("broker"), ports.get(0), ports.get(1)));
      producer = EventTopic.producer(broker.bootstrapServers());
      topics("rs.cases", "rs.alerts", "gr.cases", "gr.alerts");
      rs = new TrialNode(this, "rs");
      gr = new TrialNode(this, "gr");
      partners.add(partner("rs", "RS", rs.keys, rs.endpoint(), false));
      partners.add(partner("gr", "GR", gr.keys, gr.endpoint(), false));
      partners.add(partner("drill", "HU", drill, URI.create("http://127.0.0.1:9"), true));
      partners.add(partner("tr", "TR", tr, URI.create("http://127.0.0.1:9"), false));
      issueRegistry(START.plus(Duration.ofDays(3650)));
      Files.write(directory.resolve("trusted.json"), registryKey.secret());
      rs.start();
      gr.start();
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TrialNodes get() {
    return NODES;
  }

  public TrialNode rs() {
    return rs;
  }

  public TrialNode gr() {
    return gr;
  }

  /** Of both nodes. */
  public StubIntake intake() {
    return intake;
  }

  /** The exercise partner's keys, for messages that no bridge of ours would send. */
  public NodeKeys drill() {
    return drill;
  }

  public SettableClock clock() {
    return CLOCK;
  }

  public Registry registry() {
    return registry(version, partners);
  }

  /** As issuers do it: keys end with the registry. */
  private Registry registry(long number, List<Partner> listed) {
    return new Registry(
        number, START.minusSeconds(60), expires, listed.stream().map(this::ending).toList());
  }

  private Partner ending(Partner partner) {
    List<PartnerKey> keys =
        partner.keys().stream()
            .map(key -> new PartnerKey(key.use(), key.jwk(), key.notBefore(), expires))
            .toList();
    return with(partner, keys, partner.exercise());
  }

  private static Partner with(Partner partner, List<PartnerKey> keys, boolean exercise) {
    return new Partner(
        partner.node(),
        partner.organisation(),
        partner.country(),
        partner.endpoint(),
        keys,
        partner.schemas(),
        partner.audiences(),
        exercise,
        partner.contacts());
  }

  private Instant expires = START;

  /** A newer registry than any before; services read it at their next look. */
  public void issueRegistry(Instant until) {
    expires = until;
    version++;
    write(registry());
  }

  /** A newer registry in which a partner has another mark. */
  public void mark(String node, boolean exercise) {
    change(node, partner -> with(partner, partner.keys(), exercise));
  }

  /** A newer registry in which a node's keys begin at another time. */
  public void keysBegin(String node, Instant notBefore) {
    change(
        node,
        partner ->
            with(
                partner,
                partner.keys().stream()
                    .map(key -> new PartnerKey(key.use(), key.jwk(), notBefore, key.notAfter()))
                    .toList(),
                partner.exercise()));
  }

  private void change(String node, UnaryOperator<Partner> becomes) {
    partners.replaceAll(partner -> partner.node().equals(node) ? becomes.apply(partner) : partner);
    issueRegistry(expires);
  }

  /** An older one than was seen. */
  public void rollRegistryBack() {
    write(registry(1, partners));
  }

  /** A newer one in which a node does not stand. */
  public void issueRegistryWithout(String node) {
    version++;
    write(registry(version, partners.stream().filter(p -> !p.node().equals(node)).toList()));
  }

  public void removeRegistry() {
    try {
      Files.delete(directory.resolve("registry.jws"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void writeRegistry() {
    write(registry());
  }

  private void write(Registry registry) {
    try {
      Files.write(directory.resolve("registry.jws"), RegistryCodec.sign(registry, registryKey));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Partner partner(
      String node, String country, NodeKeys keys, URI endpoint, boolean exercise) {
    List<PartnerKey> listed =
        keys.all().stream()
            .map(
                key ->
                    new PartnerKey(
                        key.use(),
                        key.jwk(),
                        START.minus(Duration.ofDays(1)),
                        START.plus(Duration.ofDays(3650))))
            .toList();
    return new Partner(
        node,
        "Hotline " + node,
        country,
        endpoint,
        listed,
        List.of(1),
        Set.of(Audience.PARTNER),
        exercise,
        List.of());
  }

  private void topics(String... names) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              Arrays.stream(names)
                  .map(name -> new NewTopic(name, Optional.of(3), Optional.empty()))
                  .toList())
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static Clock clockOfServices() {
    return CLOCK;
  }

  private void close() {
    rs.close();
    gr.close();
    producer.close(Duration.ofSeconds(2));
    broker.close();
    store.close();
    issuer.close();
    intake.close();
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
