package org.homeward.trials.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/**
 * The attackers: slow connections, large bodies, a flood of subscriptions, of tips and of requests
 * for public pages, guessed secrets. They use many loopback addresses where the system has them
 * (Linux: all of 127/8).
 */
final class Strangers implements AutoCloseable {

  private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofMillis(100);

  /** The pause between two attempts, so that the attackers do not need all of the machine. */
  private static final Duration GROWTH = Duration.ofMillis(4);

  private static final int LARGE = 960_000;
  private static final int ADDRESSES = 50;
  private static final int TIMEOUT_MS = 40_000;

  private final ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final LongAdder slow = new LongAdder();
  private final LongAdder large = new LongAdder();
  private final LongAdder wishes = new LongAdder();
  private final LongAdder tips = new LongAdder();
  private final LongAdder pages = new LongAdder();
  private final LongAdder guesses = new LongAdder();

  /** Half-sent headers and bodies, opened again whenever they are cut. */
  void hold(List<URI> doors, int connections) {
    for (int i = 0; i < connections; i++) {
      URI door = doors.get(i % doors.size());
      String begun = i % 3 == 0 ? "POST /api/v1/subscriptions HT" : head(path(i), 500);
      again(i, from -> drip(door, from, begun));
    }
  }

  /** Bodies of 960 KB, of which every second one lacks its last byte. */
  void heave(List<URI> doors, int bodies) {
    byte[] body = "a".repeat(LARGE).getBytes(ISO_8859_1);
    for (int i = 0; i < bodies; i++) {
      URI door = doors.get(i % doors.size());
      int announced = i % 2 == 0 ? LARGE : LARGE + 1;
      String head = head(path(i), announced);
      again(
          i,
          from -> {
            exchange(door, from, head.getBytes(ISO_8859_1), body, large);
            rest(NOW_AND_THEN);
          });
    }
  }

  /** Asks for subscriptions that nobody wants. */
  void flood(List<URI> doors, int at) {
    flood(
        doors,
        at,
        "/api/v1/subscriptions",
        from ->
            "{\"email\": \"stranger-%d@%s.invalid\", \"country\": \"RS\", \"regions\": [], \"language\": \"en\"}"
                .formatted(wishes.sum(), from.replace('.', '-')),
        wishes);
  }

  /** Tells of children whom nobody has seen. */
  void tell(List<URI> doors, int at) {
    flood(
        doors,
        at,
        "/api/v1/tips",
        from -> "{\"text\": \"stranger %d of %s saw somebody\"}".formatted(tips.sum(), from),
        tips);
  }

  private void flood(
      List<URI> doors, int at, String path, UnaryOperator<String> bodyOf, LongAdder counter) {
    for (int i = 0; i < at; i++) {
      URI door = doors.get(i % doors.size());
      again(
          i,
          from -> {
            String body = bodyOf.apply(from);
            String head =
                head(path, body.length())
                    .replace(
                        "\r\n\r\n", "\r\nIdempotency-Key: " + System.nanoTime() + "-flood\r\n\r\n");
            exchange(door, from, head.getBytes(ISO_8859_1), body.getBytes(ISO_8859_1), counter);
            rest(SOON);
          });
    }
  }

  /**
   * Asks for public pages: those of codes that nobody was given, the list, and the feed.
   *
   * @param paths of pages and of what pages are made of, which end where a code begins
   */
  void look(List<URI> doors, List<String> paths, int at) {
    for (int i = 0; i < at; i++) {
      URI door = doors.get(i % doors.size());
      again(
          i,
          from -> {
            String path = paths.get((int) (pages.sum() % paths.size()));
            String code = path.endsWith("/") ? code() : "";
            String head =
                "GET " + path + code + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            exchange(door, from, head.getBytes(ISO_8859_1), new byte[0], pages);
            rest(SOON);
          });
    }
  }

  /** As a stranger types it who tries one after the other; none has a right check character. */
  private String code() {
    String letters = Long.toString(0x100000000L + System.nanoTime() % 0x100000000L, 36);
    return letters.substring(0, 4) + "-" + letters.substring(2, 6) + "2";
  }

  /** Secrets of people and keys of desks, tried one after the other. */
  void guess(URI issuer, List<URI> feeds, int at) {
    for (int i = 0; i < at; i++) {
      URI feed = feeds.get(i % feeds.size());
      boolean ofIssuer = i % 2 == 0;
      again(
          i,
          from -> {
            String tried = basic("login-" + guesses.sum() % 7, "wrong-" + System.nanoTime());
            String form = "grant_type=client_credentials";
            String request =
                ofIssuer
                    ? head("/oauth2/token", form.length())
                            .replace("json", "x-www-form-urlencoded")
                            .replace("\r\n\r\n", "\r\n" + tried + "\r\n\r\n")
                        + form
                    : "GET /api/v1/feeds/police HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + tried
                        + "\r\n\r\n";
            exchange(
                ofIssuer ? issuer : feed, from, request.getBytes(ISO_8859_1), new byte[0], guesses);
            rest(SOON);
          });
    }
  }

  /** Counts what the strangers have done so far. */
  String told() {
    return ("%d slow connections, %d large bodies, %d wishes for alerts, %d tips,"
            + " %d requests for pages, %d guessed secrets")
        .formatted(slow.sum(), large.sum(), wishes.sum(), tips.sum(), pages.sum(), guesses.sum());
  }

  /** All hang up: an interrupt closes the connection that a virtual thread waits for. */
  @Override
  public void close() {
    over.countDown();
    crowd.shutdownNow();
    crowd.close();
  }

  private interface Attempt {
    void by(String from) throws IOException, InterruptedException;
  }

  private void again(int i, Attempt attempt) {
    String from = "127.0.66." + (1 + i % ADDRESSES);
    crowd.submit(
        () -> {
          rest(GROWTH.multipliedBy(i));
          while (!isOver()) {
            try {
              attempt.by(from);
            } catch (IOException refused) {
              rest(NOW_AND_THEN);
            }
          }
          return null;
        });
  }

  private void drip(URI door, String from, String begun) throws IOException, InterruptedException {
    try (Socket socket = open(door, from)) {
      slow.increment();
      socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
      while (!rest(NOW_AND_THEN)) {
        socket.getOutputStream().write('a');
        if (socket.getInputStream().available() > 0) {
          return; // an answer: it was cut
        }
      }
    }
  }

  private void exchange(URI door, String from, byte[] head, byte[] body, LongAdder counter)
      throws IOException {
    try (Socket socket = open(door, from)) {
      socket.setSoTimeout(TIMEOUT_MS);
      counter.increment();
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(body);
      InputStream answer = socket.getInputStream();
      byte[] thrownAway = new byte[4_096];
      while (!isOver() && answer.read(thrownAway) >= 0) {
        // Until the other side hangs up.
      }
    }
  }

  private static Socket open(URI door, String from) throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try {
      return new Socket(here, door.getPort(), InetAddress.getByName(from), 0);
    } catch (java.net.BindException noSuchAddress) {
      return new Socket(here, door.getPort());
    }
  }

  private static String path(int i) {
    return i % 2 == 0 ? "/api/v1/subscriptions" : "/bridge/v1/messages";
  }

  private static String head(String path, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String basic(String login, String secret) {
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString((login + ":" + secret).getBytes(ISO_8859_1));
  }

  private boolean isOver() {
    return over.getCount() == 0;
  }

  /** True when the attack is over. */
  private boolean rest(Duration pause) throws InterruptedException {
    return over.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }
}
