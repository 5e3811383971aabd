package org.homeward.alert.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.durable.publication.EventTopic;
import org.homeward.engines.broker.EmbeddedBroker;
import org.homeward.engines.store.EmbeddedStore;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.testkit.FreePorts;
import org.springframework.util.FileSystemUtils;

/** What a service needs around it: store, broker, issuer and mail server. */
final class TrialEngines implements AutoCloseable {

  private final StubIssuer issuer = new StubIssuer();
  private final ScriptedSmtp smtp = ScriptedSmtp.start();
  private final ScriptedSmsc smsc = ScriptedSmsc.start();
  private final StubIntake intake = new StubIntake();
  private final Path directory;
  private final EmbeddedStore store;
  private final EmbeddedBroker broker;
  private final Producer<String, byte[]> producer;

  TrialEngines() {
    try {
      directory = Files.createTempDirectory("alert-trial");
      store = EmbeddedStore.open(EmbeddedStore.Settings.of(directory.resolve("store"), 0));
      List<Integer> ports = FreePorts.take(2);
      broker =
          EmbeddedBroker.start(
              EmbeddedBroker.Settings.alone(
                  directory.resolve("broker"), ports.get(0), ports.get(1)));
      createTopic("rs.cases");
      producer = EventTopic.producer(broker.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StubIssuer issuer() {
    return issuer;
  }

  ScriptedSmtp smtp() {
    return smtp;
  }

  ScriptedSmsc smsc() {
    return smsc;
  }

  private Path password() {
    try {
      return Files.writeString(directory.resolve("smsc.password"), ScriptedSmsc.PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StubIntake intake() {
    return intake;
  }

  Path directory() {
    return directory;
  }

  String storeUri() {
    return store.connectionString();
  }

  String kafka() {
    return broker.bootstrapServers();
  }

  void createTopic(String name) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(Set.of(new NewTopic(name, Optional.of(3), Optional.empty()))).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns when the broker has it. */
  void publish(EncodedEvent event) {
    var sent = new ProducerRecord<>("rs.cases", event.key(), event.value());
    event.headers().forEach(header -> sent.headers().add(header.name(), header.value()));
    try {
      producer.send(sent).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Settings of a service on these engines. */
  String[] arguments(Path data, String slug) {
    return new String[] {
      "--homeward.node=" + slug,
      "--server.port=0",
      "--management.server.port=0",
      "--homeward.data=" + data,
      "--homeward.audit.checkpoints=" + data.getParent(),
      "--homeward.store-uri=" + store.connectionString(),
      "--homeward.store.look-every=1s", // no alarm hears that the clock was set
      "--homeward.kafka=" + broker.bootstrapServers(),
      "--homeward.access.issuer=" + issuer.uri(),
      "--homeward.mail.smtp=" + smtp.address(),
      "--homeward.alert.photos.intake=" + intake.address(),
      "--homeward.demo=true",
      "--homeward.webhooks.loopback=true",
      "--homeward.sms.smsc=" + smsc.address(),
      "--homeward.sms.login=" + ScriptedSmsc.LOGIN,
      "--homeward.sms.password-file=" + password(),
      "--homeward.sms.sender=116000",
      "--homeward.sms.rate=1000",
      "--homeward.sms.codes-per-hour=10000", // the clock stands still
      "--homeward.guesses.longest=0s", // wrong keys of one test would delay all others
      "--homeward.guesses.longest-for-login=0s",
      "--homeward.feed.sign=150ms",
      "--homeward.feed.heartbeat=300ms"
    };
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
    broker.close();
    store.close();
    issuer.close();
    smtp.close();
    smsc.close();
    intake.close();
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
