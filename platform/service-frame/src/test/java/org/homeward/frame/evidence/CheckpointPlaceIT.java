package org.homeward.frame.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.durable.log.Log;
import org.homeward.durable.store.Incarnation;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

/** The place outside the node: there, away, slow or full. */
class CheckpointPlaceIT extends TrialAudit {

  @Test
  @Proves(10)
  void noPlaceOrOneThatIsAwayIsUnhealthyAndIsTriedAgain() throws Exception {
    var nowhere = restart(Incarnation.FIRST, "");
    nowhere.turn();
    assertThat(nowhere.soundness()).isEqualTo(new Soundness.NoPlace());
    assertThat(health(nowhere).getDetails().toString()).contains("HOMEWARD_CHECKPOINTS");

    var away = restart(Incarnation.FIRST, directory.resolve("mount").toString());
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(health(away).getStatus()).isEqualTo(Status.DOWN);
    assertThat(away.age()).isEmpty();

    Files.createDirectory(directory.resolve("mount"));
    away.turn();
    assertThat(away.soundness()).isEqualTo(new Soundness.Sound());
    looks(1);
    clock.advance(Duration.ofDays(2));
    Files.move(directory.resolve("mount"), directory.resolve("gone"));
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(away.age()).contains(Duration.ofDays(2));
  }

  @Test
  void aPlaceThatIsAwayIsNoReasonToReadTheWholeTrailEachTurn() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(507, -1);
          exchange.close();
        });
    server.start();
    try {
      var watch =
          restart(Incarnation.FIRST, "http://127.0.0.1:" + server.getAddress().getPort() + "/rs");
      audit.append(
          IntStream.range(0, 1600)
              .mapToObj(i -> new Log.Entry("look/" + i, new Document("reader", "ana")))
              .toList());
      walks.since();
      watch.turn();
      assertThat(walks.since()).isGreaterThan(3);
      watch.turn();

      assertThat(walks.since()).isEqualTo(1);
      assertThat(watch.soundness()).isInstanceOf(Soundness.NotKept.class);
    } finally {
      server.stop(0);
    }

    var away = restart(Incarnation.FIRST, directory.resolve("mount").toString());
    walks.since();
    away.turn();
    assertThat(away.soundness()).isInstanceOf(Soundness.NotKept.class);
    assertThat(walks.since()).as("a mount that is away is seen first").isZero();
  }

  @Test
  @Timeout(60)
  void anAddressThatNeverEndsItsAnswerIsGivenUp() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().write('.');
          exchange.getResponseBody().flush(); // and no end
        });
    server.start();
    try {
      var there = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      var place = new HttpCheckpointPlace(there, Duration.ofSeconds(1));
      assertThatThrownBy(() -> place.keep("a.jws", new byte[1]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("did not answer within 1 s");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anAddressTakesCheckpointsAsFiles() throws Exception {
    Map<String, byte[]> taken = new ConcurrentSkipListMap<>();
    var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var server = HttpServer.create(there, 0);
    server.createContext(
        "/rs/",
        exchange -> {
          taken.put(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(taken.size() == 1 ? 201 : 507, -1);
          exchange.close();
        });
    server.start();
    try {
      var watch =
          restart(Incarnation.FIRST, "http://127.0.0.1:" + server.getAddress().getPort() + "/rs");
      watch.turn();
      assertThat(watch.soundness()).isEqualTo(new Soundness.Sound());
      assertThat(taken.keySet())
          .singleElement()
          .asString()
          .matches("PUT /rs/rs-trial-[0-9a-f]{8}-000000000001.jws");

      looks(1);
      clock.advance(Duration.ofDays(1));
      watch.turn();
      assertThat(watch.soundness())
          .isEqualTo(new Soundness.NotKept("IOException: it answered 507"));
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> new HttpCheckpointPlace(URI.create("http://backup.example.org/rs")))
        .hasMessageContaining("HOMEWARD_CHECKPOINTS");
  }
}
