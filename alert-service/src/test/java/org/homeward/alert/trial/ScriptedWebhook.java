package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.schema.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The system of an organisation. It repeats challenges, and answers each message by the first part
 * of its path: a status, or one of the words below.
 */
public final class ScriptedWebhook implements AutoCloseable {

  /** Says nothing more, until the client goes. */
  public static final String HANG = "hang";

  /** Ends the connection. */
  public static final String DROP = "drop";

  /** 302 to a path of its own that would take it. */
  public static final String REDIRECT = "redirect";

  /** 200, and a body without end. */
  public static final String ENDLESS = "endless";

  /** A head without end. */
  public static final String ENDLESS_HEAD = "endless-head";

  /** 204 to everything, and repeats no challenge. */
  public static final String DEAF = "deaf";

  private static final Pattern WORD = Pattern.compile("\"challenge\":\"([\\w-]+)\"");

  /** Messages that came whole, whatever was answered. */
  public record Received(String path, Map<String, String> headers, byte[] body) {

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    public JsonNode json() {
      return Json.mapper().readTree(body);
    }

    boolean isChallenge() {
      return json().path("type").asString().equals("webhook.challenge");
    }
  }

  private final ServerSocket server;
  private final String host;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger leftByClient = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  private ScriptedWebhook(String host) throws IOException {
    this.host = host;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("scripted webhook").start(this::accept);
  }

  /**
   * @param host by which it is named: a breaker is for one name
   */
  public static ScriptedWebhook start(String host) {
    try {
      return new ScriptedWebhook(host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url(String answer) {
    return "http://" + host + ":" + port() + "/" + answer;
  }

  public List<Received> challenges() {
    return received.stream().filter(Received::isChallenge).toList();
  }

  /** Messages that came to this path. */
  public List<Received> messages(String answer) {
    return received.stream()
        .filter(each -> !each.isChallenge() && each.path().equals("/" + answer))
        .toList();
  }

  public int connections() {
    return connections.get();
  }

  /** Connections that hung until the client went. */
  public int leftByClient() {
    return leftByClient.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      boolean goesOn = true;
      while (goesOn) {
        Received request = read(in);
        if (request == null) {
          return;
        }
        received.add(request);
        goesOn = answer(request, in, socket.getOutputStream());
      }
    } catch (IOException gone) {
      // The client, or this server, has ended it.
    }
  }

  private static Received read(InputStream in) throws IOException {
    String first = line(in);
    if (!first.startsWith("POST ")) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return null; // another language, such as TLS
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Received(first.split(" ")[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private boolean answer(Received request, InputStream in, OutputStream out) throws IOException {
    String how = request.path().split("/")[1];
    if (request.isChallenge() && !how.equals(DEAF)) {
      Matcher word = WORD.matcher(new String(request.body(), UTF_8));
      String body = word.find() ? "{\"challenge\":\"" + word.group(1) + "\"}" : "";
      say(out, "200 OK", "Connection: close\r\n", body); // nothing goes to one that has left
      return false;
    }
    switch (how) {
      case HANG -> {
        return leave(in);
      }
      case DROP -> {
        return false;
      }
      case REDIRECT -> say(out, "302 Found", "Location: /204/redirected\r\n", "");
      case ENDLESS -> {
        return flood(out, "HTTP/1.1 200 OK\r\n\r\n", "more and more of it ");
      }
      case ENDLESS_HEAD -> {
        return flood(out, "HTTP/1.1 200 OK\r\n", "X-More: and more\r\n");
      }
      case DEAF -> say(out, "204 No Content", "", "");
      default -> say(out, how + " as told", "Retry-After: 60\r\n", "");
    }
    return true;
  }

  private boolean leave(InputStream in) throws IOException {
    try {
      while (in.read() >= 0) {
        // Whatever it says.
      }
    } finally {
      leftByClient.incrementAndGet();
    }
    return false;
  }

  /** Until the client has had enough. */
  private boolean flood(OutputStream out, String first, String more) throws IOException {
    out.write(first.getBytes(ISO_8859_1));
    try {
      while (!server.isClosed()) {
        out.write(more.getBytes(ISO_8859_1));
        out.flush();
      }
    } finally {
      leftByClient.incrementAndGet();
    }
    return false;
  }

  private static void say(OutputStream out, String status, String headers, String body)
      throws IOException {
    String length = status.startsWith("204") ? "" : "Content-Length: " + body.length() + "\r\n";
    out.write(
        ("HTTP/1.1 " + status + "\r\n" + headers + length + "\r\n" + body).getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is closed then.
    }
  }
}
