package org.homeward.alert.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** Hands out bytes of photos as intake does, for as long as a test lets it. */
public final class StubIntake implements AutoCloseable {

  private static final String PATH = "/internal/v1/photos/";

  private final HttpServer server;
  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Set<String> stopped = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  StubIntake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A released photo whose bytes are here. */
  public CasePhoto photo(String id, String child, Map<String, byte[]> sizes) {
    Map<String, String> digests = new ConcurrentHashMap<>();
    bytes.put(id + "/96", new byte[] {96}); // intake has it of each
    sizes.forEach(
        (size, content) -> {
          bytes.put(id + "/" + size, content);
          digests.put(size, digest(content));
        });
    return new CasePhoto(
        id,
        child,
        Code.of(PhotoSource.FAMILY),
        PartialDate.parse("2026-04"),
        Code.of(PhotoWitness.PARENT),
        Code.of(PhotoLabel.UNCHANGED),
        digests);
  }

  /** The same, of which two people let the public be shown a part. */
  public CasePhoto publicPhoto(
      String id, String child, Map<String, byte[]> sizes, Map<String, byte[]> shown) {
    CasePhoto released = photo(id, child, sizes);
    Map<String, String> digests = new ConcurrentHashMap<>();
    shown.forEach(
        (size, content) -> {
          bytes.put(id + "/public-" + size, content);
          digests.put(size, digest(content));
        });
    return new CasePhoto(
        id,
        child,
        released.source(),
        released.takenOn(),
        released.saidBy(),
        released.label(),
        Set.of(Audience.POLICE, Audience.PUBLIC),
        released.digests(),
        digests);
  }

  /** Other bytes than the event told. */
  public void replace(String id, String size, byte[] content) {
    bytes.put(id + "/" + size, content);
  }

  /** Answers 503 for all of it. */
  public void stop(String id) {
    stopped.add(id);
  }

  public void forget(String id) {
    bytes.keySet().removeIf(place -> place.startsWith(id + "/"));
  }

  /** Answers nothing about this one before the latch opens. */
  public CountDownLatch hold(String id, String size) {
    var latch = new CountDownLatch(1);
    held.put(id + "/" + size, latch);
    return latch;
  }

  /** What was loaded, with its proof. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String place = exchange.getRequestURI().getPath().substring(PATH.length());
    String proof =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Homeward-Node-Proof"))
            .orElse("");
    boolean isGet = exchange.getRequestMethod().equals("GET");
    if (isGet) {
      asked.add(place + " " + proof);
    }
    awaitLatch(held.get(place));
    byte[] content = proof.isEmpty() ? null : bytes.get(place);
    boolean isStopped = stopped.contains(place.replaceFirst("/.*", ""));
    boolean isFound = content != null && !isStopped;
    boolean isLoaded = isFound && isGet;
    exchange.sendResponseHeaders(
        isStopped ? 503 : isFound ? 200 : 404, isLoaded ? content.length : -1);
    if (isLoaded) {
      exchange.getResponseBody().write(content);
    }
    exchange.close();
  }

  private static void awaitLatch(@Nullable CountDownLatch latch) {
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
