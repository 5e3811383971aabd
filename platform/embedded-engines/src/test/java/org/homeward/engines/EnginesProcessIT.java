package org.homeward.engines;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.homeward.engines.store.StoreLogin;
import org.homeward.testkit.ForkedJvm;
import org.homeward.testkit.FreePorts;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300) // a fault that is not noticed must not hold the build
class EnginesProcessIT {
  private static final String NAME = "Milica Planted";
  private static final String SECRET = "planted-0123456789abcdefghijklmnopqrst";
  private static final Pattern READY =
      Pattern.compile("READY store=(mongodb://\\S+) kafka=(\\S+) cluster=(\\S+)");

  @TempDir Path root;
  private final List<Integer> ports = FreePorts.take(4);

  @Test
  void runsBothReportsHealthKeepsDataThroughKillAndEndsCleanly() throws Exception {
    String cluster;
    try (var engines = start()) {
      Matcher ready = awaitReady(engines);
      cluster = ready.group(3);
      assertLoopbackOnly();
      try (var client = MongoClients.create(StoreLogin.of(SECRET).address(ports.get(0)))) {
        provokeErrors(client.getDatabase("rs_intake").getCollection("cases"));
      }
      String health = health();
      assertThat(health).contains("\"status\":\"UP\"", "\"broker\":{", "\"store\":{");
      engines.kill();
      assertThat(SecretScan.of(NAME, SECRET).inText("health", health)).isEmpty();
      assertThat(SecretScan.of(NAME, SECRET).inText("log", String.join("\n", engines.lines())))
          .isEmpty();
    }
    try (var engines = start()) {
      Matcher ready = awaitReady(engines);
      assertThat(ready.group(3)).isEqualTo(cluster);
      try (var client = MongoClients.create(StoreLogin.of(SECRET).address(ports.get(0)))) {
        var cases = client.getDatabase("rs_intake").getCollection("cases");
        assertThat(cases.find(eq("c")).first()).containsEntry("name", NAME);
      }
      engines.terminate();
      assertThat(engines.awaitExit(Duration.ofSeconds(60))).isEqualTo(143);
      assertThat(engines.lines()).noneMatch(line -> line.contains("did not stop"));
    }
  }

  @Test
  void takenPortMissingHeapAndWrongUseEndWithASentence() throws IOException {
    try (var taken = new ServerSocket(ports.get(1), 1, InetAddress.getLoopbackAddress());
        var engines = start()) {
      assertThat(engines.awaitExit(Duration.ofSeconds(60))).isEqualTo(69);
      assertThat(engines.lines())
          .anyMatch(line -> line.contains("port " + taken.getLocalPort() + " of 127.0.0.1"));
    }
    try (var engines = ForkedJvm.start(EnginesProcess.class, "--nonsense=1")) {
      assertThat(engines.awaitExit(Duration.ofSeconds(60))).isEqualTo(64);
      assertThat(engines.lines()).contains("The engines cannot start: not known: --nonsense.");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path output = root.resolve("output");
    var unstated =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            EnginesProcess.class.getName(),
            "--data=" + root,
            "--store-secret=" + root.resolve("secret"));
    unstated.redirectErrorStream(true).redirectOutput(output.toFile());
    assertThat(unstated.start().onExit().join().exitValue()).isEqualTo(64);
    assertThat(Files.readString(output)).contains("state the heap, for instance with -Xmx");
  }

  /** Duplicate keys and refused commands, which the engine would log with their content. */
  private static void provokeErrors(MongoCollection<Document> cases) {
    cases.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
    cases.insertOne(new Document("_id", "c").append("name", NAME));
    List<Runnable> wrong = new ArrayList<>();
    wrong.add(() -> cases.insertOne(new Document("_id", "d").append("name", NAME)));
    wrong.add(() -> cases.find(new Document("$nonsense", NAME)).first());
    wrong.add(() -> cases.updateOne(eq("c"), new Document("$nonsense", new Document("a", NAME))));
    wrong.add(
        () -> cases.updateOne(eq("name", NAME), new Document("$inc", new Document("name", 1))));
    wrong.add(() -> cases.aggregate(List.of(new Document("$nonsense", NAME))).first());
    wrong.forEach(
        command -> {
          try {
            command.run();
          } catch (MongoException expected) {
            assertThat(expected.getCode()).isNotZero();
          }
        });
  }

  private String health() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var uri = URI.create("http://127.0.0.1:" + ports.get(3) + "/health");
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }

  private static Matcher awaitReady(ForkedJvm engines) {
    Matcher ready = READY.matcher(engines.awaitLine(line -> READY.matcher(line).find()));
    assertThat(ready.find()).isTrue();
    return ready;
  }

  /** A listener on every address of the machine would take a call to 127.0.0.2. */
  private void assertLoopbackOnly() {
    for (int port : ports) {
      assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
          .as("port %d", port)
          .isInstanceOf(ConnectException.class);
    }
  }

  private ForkedJvm start() throws IOException {
    Path secret = root.resolve("secret");
    Files.writeString(secret, SECRET);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    return ForkedJvm.of(EnginesProcess.class)
        .heapMegabytes(256)
        .options("-Dorg.slf4j.simpleLogger.log.de.bwaldvogel=info")
        .arguments("--data=" + root.resolve("with space"), "--store-port=" + ports.get(0))
        .arguments("--store-secret=" + secret)
        .arguments("--kafka-port=" + ports.get(1), "--controller-port=" + ports.get(2))
        .arguments("--health-port=" + ports.get(3))
        .start();
  }
}
