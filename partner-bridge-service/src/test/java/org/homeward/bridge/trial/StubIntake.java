package org.homeward.bridge.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.PartialDate;

/** Hands out bytes of photos as intake does, for as long as a test lets it. */
public final class StubIntake implements AutoCloseable {

  private static final String PATH = "/internal/v1/photos/";
  private static final String SIZE = "1600";

  private final HttpServer server;
  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

  private final Map<String, Integer> loads = new ConcurrentHashMap<>();

  StubIntake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A photo whose bytes are here. */
  public CasePhoto photo(String child, byte[] content, Audience... readers) {
    String id = UUID.randomUUID().toString();
    bytes.put(id, content);
    return new CasePhoto(
        id,
        child,
        Code.of(PhotoSource.FAMILY),
        PartialDate.parse("2026-04"),
        Code.of(PhotoWitness.PARENT),
        Code.of(PhotoLabel.UNCHANGED),
        Set.of(readers),
        Map.of(SIZE, digest(content), "original", digest(new byte[] {1})),
        Map.of());
  }

  public void forget(String id) {
    bytes.remove(id);
  }

  /** How often its bytes were loaded. */
  public int loads(String id) {
    return loads.getOrDefault(id, 0);
  }

  /** Once. */
  public void beforeTheNextAnswer(Runnable happens) {
    before.set(happens);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] place = exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
    before.getAndSet(() -> {}).run();
    boolean proven = exchange.getRequestHeaders().containsKey("Homeward-Node-Proof");
    byte[] content = proven && place[1].equals(SIZE) ? bytes.get(place[0]) : null;
    boolean loaded = content != null && exchange.getRequestMethod().equals("GET");
    exchange.sendResponseHeaders(content == null ? 404 : 200, loaded ? content.length : -1);
    if (loaded) {
      loads.merge(place[0], 1, Integer::sum);
      exchange.getResponseBody().write(content);
    }
    exchange.close();
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
