package org.homeward.trials.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Http;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;

/** The work of an ordinary day: reports, a desk that reads and one that follows, stops. */
final class Work implements AutoCloseable {

  private static final Duration PACE_OF_REPORTS = Duration.ofMillis(200);
  private static final Duration PACE_OF_READER = Duration.ofMillis(500);
  private static final Duration PACE_OF_STOPS = Duration.ofSeconds(1);
  private static final String STOPS = "/api/v1/stops";

  private final Hotline hotline;
  private final Doors doors;
  private final DeskLogin desk;
  private final Http http = new Http();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();
  private final List<String> refused = new ArrayList<>(); // guarded by itself
  private final Latencies reports = new Latencies();
  private final Latencies stops = new Latencies();

  /**
   * Where people send their requests: all to the gateway, or directly to the services.
   *
   * @param hostKey stops alerts directly at alert-service, which needs no login
   */
  record Doors(URI intake, URI alert, URI bridge, Optional<String> hostKey) {}

  Work(Hotline hotline, Doors doors, DeskLogin desk) {
    this.hotline = hotline;
    this.doors = doors;
    this.desk = desk;
  }

  void begin(Clock clock) {
    var ana = person(doors.intake(), "ana");
    var marko = person(doors.alert(), "marko");
    var gordana = person(doors.bridge(), "gordana");
    var reader = new PoliceReader(http, doors.alert(), desk);
    every(
        PACE_OF_REPORTS,
        () ->
            timed(
                reports,
                "report",
                () ->
                    ana.open(
                        Reports.missingBoy("DOOR-" + clock.millis() % 10_000, clock.instant()),
                        HotlineClient.newKey())));
    every(PACE_OF_READER, () -> timed(new Latencies(), "feed", reader::newest));
    every(
        PACE_OF_READER,
        () -> timed(new Latencies(), "handovers", () -> gordana.get("/api/v1/partners")));
    every(
        PACE_OF_STOPS,
        () ->
            timed(
                stops,
                "stop",
                () -> marko.post(STOPS, stopOfOneAlert(), HotlineClient.newKey(), "")));
    doors
        .hostKey()
        .ifPresent(
            key ->
                every(PACE_OF_STOPS, () -> timed(stops, "stop of the host", () -> stopWith(key))));
    people.submit(this::follow);
  }

  /** The refused or unanswered requests; none are expected. */
  List<String> refused() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }

  Duration slowestStop() {
    return stops.percentile(100);
  }

  String told() {
    return "%d requests, reports %s, stops at most %d ms"
        .formatted(done.get(), reports, slowestStop().toMillis());
  }

  int count() {
    return done.get();
  }

  @Override
  public void close() {
    over.countDown();
    people.close();
  }

  private Answer stopWith(String hostKey) {
    String pair = Base64.getEncoder().encodeToString(("host:" + hostKey).getBytes(ISO_8859_1));
    return http.send(
        Http.to(doors.alert().resolve(STOPS))
            .header("Authorization", "Basic " + pair)
            .header("Idempotency-Key", HotlineClient.newKey())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(stopOfOneAlert()))
            .build());
  }

  private static String stopOfOneAlert() {
    return "{\"scope\": \"ALERT\", \"id\": \"" + UUID.randomUUID() + "\"}";
  }

  private HotlineClient person(URI door, String login) {
    return new HotlineClient(http, door, hotline.tokens(), login);
  }

  private void every(Duration pace, Runnable action) {
    people.submit(
        () -> {
          while (!over.await(pace.toNanos(), TimeUnit.NANOSECONDS)) {
            action.run();
          }
          return null;
        });
  }

  private void timed(Latencies times, String what, Callable<Answer> request) {
    long start = System.nanoTime();
    try {
      Answer answer = request.call();
      times.add(Duration.ofNanos(System.nanoTime() - start));
      done.incrementAndGet();
      if (!answer.isSuccess()) {
        refuse(what + " was answered " + answer);
      }
    } catch (Exception notAnswered) {
      refuse(what + " was not answered: " + notAnswered);
    }
  }

  /** One stream, open all the time; signs of life come every 15 s. */
  private void follow() {
    var request =
        HttpRequest.newBuilder(doors.alert().resolve("/api/v1/feeds/police/stream"))
            .header("Authorization", desk.authorization())
            .header("Accept", "text/event-stream")
            .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var stream = client.send(request, BodyHandlers.ofInputStream());
      if (stream.statusCode() != 200) {
        refuse("the stream was answered " + stream.statusCode());
      }
      people.submit(
          () -> {
            over.await();
            stream.body().close();
            return null;
          });
      byte[] thrownAway = new byte[1_024];
      while (stream.body().read(thrownAway) >= 0) {
        // Until it ends.
      }
      refuseUnlessOver("the stream ended");
    } catch (IOException cut) {
      refuseUnlessOver("the stream broke: " + cut);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuseUnlessOver(String what) {
    if (over.getCount() > 0) {
      refuse(what);
    }
  }

  private void refuse(String what) {
    synchronized (refused) {
      refused.add(what);
    }
  }
}
