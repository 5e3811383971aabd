package org.homeward.bench;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Health;
import org.homeward.local.node.ProcessPlan;
import org.homeward.testkit.FreePorts;
import tools.jackson.databind.JsonNode;

/** Spring Modulith's outbox on PostgreSQL, in a process of its own: {@code benchmarks/peers}. */
final class ModulithPeer implements Peer, AutoCloseable {
  private final String name;
  private final BenchNodes nodes;
  private final ProcessPlan process;
  private final URI address;
  private final Http http = new Http();
  private final Map<String, Long> shown = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /**
   * Starts it, on the broker of the other node.
   *
   * @param settings further arguments of its Spring Boot application
   */
  ModulithPeer(BenchNodes nodes, String name, String... settings) {
    this.name = name;
    this.nodes = nodes;
    int port = FreePorts.take();
    address = URI.create("http://127.0.0.1:" + port);
    String topic = name.replaceAll("\\W+", "-");
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=" + port);
    arguments.add("--spring.kafka.bootstrap-servers=" + nodes.gr().plan().broker());
    arguments.add("--peer.topic=" + topic);
    arguments.add("--peer.directory=" + nodes.gr().plan().directory().resolve(topic));
    arguments.add("--peer.measured-by=" + ProcessHandle.current().pid());
    process =
        new ProcessPlan(
            topic,
            nodes.jar("peers"),
            List.of("-Xms512m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError"),
            arguments,
            Map.of(),
            List.of(port),
            new Health.Answers(shownFrom(0)),
            List.of());
    nodes.startBeside(process);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String hand() {
    String plate = "M" + HotlineClient.newKey().substring(0, 13);
    var request =
        Http.to(address.resolve("/reports"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Reports.marked(plate)));
    Answer answer = http.send(request.build());
    if (!answer.isSuccess()) {
      throw new IllegalStateException(name + " answered " + answer);
    }
    return plate;
  }

  @Override
  public Watch watch() {
    return new Watch(
        this::look,
        plate -> {
          Long at = shown.remove(plate);
          return at == null ? OptionalLong.empty() : OptionalLong.of(at);
        },
        shown::clear);
  }

  /** It tells the time of the day; ours is that of this process. */
  private void look() {
    JsonNode lines = http.send(Http.to(shownFrom(next.get())).build()).json();
    long now = System.nanoTime();
    Instant today = Instant.now();
    for (JsonNode line : lines) {
      String[] words = line.asString().split(" ", -1);
      shown.put(words[0], now - Duration.between(Instant.parse(words[1]), today).toNanos());
      next.incrementAndGet();
    }
  }

  private URI shownFrom(int index) {
    return address.resolve("/shown?from=" + index);
  }

  @Override
  public void close() {
    nodes.endBeside(process);
  }
}
