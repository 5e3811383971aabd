package org.homeward.engines.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.engines.engine.PortTaken;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300) // a fault that is not noticed must not hold the build
class BrokerIT {
  @TempDir Path directory;
  private final List<Integer> ports = FreePorts.take(2);
  private final Records records = new Records("127.0.0.1:" + ports.get(0));

  @Test
  void restartKeepsRecordsClusterIdAndTopicId() throws Exception {
    String cluster;
    String topic;
    try (var broker = EmbeddedBroker.start(settings())) {
      cluster = broker.clusterId();
      topic = records.createTopic();
      records.send("a", "b");
      assertThat(broker.health().isUp()).isTrue();
      assertThat(broker.health().detail()).contains(cluster);

      broker.close();

      assertThat(broker.health().isUp()).isFalse();
    }
    try (var broker = EmbeddedBroker.start(settings())) {
      records.send("c");

      assertThat(broker.clusterId()).isEqualTo(cluster);
      assertThat(records.topicId()).isEqualTo(topic);
      assertThat(records.all()).containsExactly("a", "b", "c");
      assertThatThrownBy(() -> EmbeddedBroker.start(settings()))
          .hasMessageContaining("is used by another engine of this process");
      assertMisspeltTopicIsAnError();
    }
  }

  @Test
  void killKeepsEveryAcknowledgedRecordOnce() throws Exception {
    List<String> acknowledged;
    try (var broker = fork();
        var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      records.createTopic();
      Future<List<String>> sending = pool.submit(records::sendUntilGone);
      await().until(() -> records.all().size() > 300);

      broker.kill();

      acknowledged = sending.get();
    }
    try (var again = fork()) {
      List<String> kept = records.all();

      assertThat(again.isAlive()).isTrue();
      assertThat(acknowledged).hasSizeGreaterThan(200);
      assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates();
    }
  }

  @Test
  void takenPortIsNamedBeforeAnythingStarts() throws IOException {
    try (var taken = new ServerSocket(ports.get(1), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedBroker.start(settings()))
          .isInstanceOf(PortTaken.class)
          .hasMessage(
              "port %d of 127.0.0.1, wanted for the broker's controller, is taken",
              taken.getLocalPort());
    }
  }

  private void assertMisspeltTopicIsAnError() {
    try (var producer = records.impatient()) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("rs.caes", "x")).get())
          .hasMessageContaining("rs.caes");
    }
  }

  private ForkedJvm fork() {
    var broker =
        ForkedJvm.of(BrokerMain.class)
            .heapMegabytes(256)
            .arguments(directory.toString(), ports.get(0).toString(), ports.get(1).toString())
            .start();
    broker.awaitLine(line -> line.startsWith("READY"));
    return broker;
  }

  private EmbeddedBroker.Settings settings() {
    return EmbeddedBroker.Settings.alone(directory, ports.get(0), ports.get(1));
  }
}
