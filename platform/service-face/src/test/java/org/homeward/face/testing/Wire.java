package org.homeward.face.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;

/** Sends bytes to a loopback port as they are, so that malformed requests can be sent too. */
public final class Wire {

  private static final int PATIENCE_MS = 60_000;

  private final int port;
  private final String from;

  public Wire(int port) {
    this(port, "127.0.0.1");
  }

  private Wire(int port, String from) {
    this.port = port;
    this.from = from;
  }

  /** The same, sent from another address of this machine, as 127.0.0.7. */
  public Wire from(String address) {
    return new Wire(port, address);
  }

  public int port() {
    return port;
  }

  /** A request without body; headers as {@code Name: value}. */
  public Answer call(String method, String path, String... headers) {
    return raw(head(method, path, headers));
  }

  /** A request with Content-Length. */
  public Answer send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(UTF_8), headers);
  }

  public Answer send(String method, String path, byte[] body, String... headers) {
    var all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.length;
    return raw(bytes(head(method, path, all), body));
  }

  /** A request whose body comes in chunks, without a length. */
  public Answer chunked(String method, String path, byte[] body, String... headers) {
    var all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Transfer-Encoding: chunked";
    var request = new ByteArrayOutputStream();
    request.writeBytes(head(method, path, all).getBytes(ISO_8859_1));
    for (int from = 0; from < body.length; from += 8_192) {
      int length = Math.min(8_192, body.length - from);
      request.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      request.write(body, from, length);
      request.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    request.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return raw(request.toByteArray());
  }

  public Answer raw(String request) {
    return raw(request.getBytes(ISO_8859_1));
  }

  /** Writes and reads at once: a server may answer and close while we are still sending. */
  public Answer raw(byte[] request) {
    try (var socket = open()) {
      socket.setSoTimeout(PATIENCE_MS);
      var sender = Thread.ofVirtual().start(() -> send(socket, request));
      var answer = read(socket);
      socket.close();
      sender.join();
      return Answer.parse(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends what there is of a request and hangs up the sending side; the status, 0 when none came.
   */
  public int cut(String request) {
    try (var socket = open()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      return Answer.parse(read(socket)).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket open() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
  }

  private static void send(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException refusedEarly) {
      // The answer says why.
    }
  }

  private static byte[] read(Socket socket) throws IOException {
    var answer = new ByteArrayOutputStream();
    var buffer = new byte[65_536];
    try {
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        answer.write(buffer, 0, n);
      }
    } catch (SocketException reset) {
      // What came before it counts.
    }
    return answer.toByteArray();
  }

  private static String head(String method, String path, String... headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("", List.of(headers).stream().map(header -> header + "\r\n").toList())
        + "\r\n";
  }

  private static byte[] bytes(String head, byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
