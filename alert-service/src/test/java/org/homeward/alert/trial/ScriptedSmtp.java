package org.homeward.alert.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that does what a test tells it, and by the recipient's name: {@code refuse-} 550
 * and {@code later-} 451 at RCPT, {@code hang-} and {@code drop-} when it has the whole mail.
 */
public final class ScriptedSmtp implements AutoCloseable {

  /** Says nothing more, until the client goes. */
  public static final String HANG = "HANG";

  /** Ends the connection. */
  public static final String DROP = "DROP";

  /** Answers without end, a byte at a time. */
  public static final String DRIP = "DRIP";

  /** A mail that came whole, whatever was answered. */
  public record Received(String to, MimeMessage message) {

    public String messageId() {
      return header("Message-ID");
    }

    public String header(String name) {
      try {
        return message.getHeader(name, ",");
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final int PACE_MILLIS = 20;

  private final ServerSocket server;
  private final Map<String, String> script = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger leftByClient = new AtomicInteger();

  private ScriptedSmtp() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("scripted smtp").start(this::accept);
  }

  public static ScriptedSmtp start() {
    try {
      return new ScriptedSmtp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What it answers at CONNECT, EHLO, MAIL, RCPT, DATA, END (of the text) or RSET. */
  public ScriptedSmtp answering(String step, String answer) {
    script.put(step, answer);
    return this;
  }

  /** Answers this step again as a server does. */
  public void asUsual(String step) {
    script.remove(step);
  }

  public List<Received> received() {
    return received;
  }

  public List<Received> receivedBy(String to) {
    return received.stream().filter(mail -> mail.to().equals(to)).toList();
  }

  public int connections() {
    return connections.get();
  }

  /** Connections that hung until the client went. */
  public int leftByClient() {
    return leftByClient.get();
  }

  /** As a server that is restarted, or finds a connection idle. */
  public void dropConnections() {
    open.forEach(ScriptedSmtp::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      new Talk(socket).run();
    } catch (IOException gone) {
      // The client, or this server, has ended it.
    } finally {
      open.remove(socket);
    }
  }

  private final class Talk {

    private final Socket socket;
    private final BufferedReader in;
    private String to = "";
    private boolean dirty;

    Talk(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    void run() throws IOException {
      boolean goesOn = answer("CONNECT", "220 here");
      while (goesOn) {
        String line = in.readLine();
        goesOn = line != null && answer(line);
      }
    }

    private boolean answer(String line) throws IOException {
      if (line.startsWith("MAIL FROM:")) {
        return answer("MAIL", dirty ? "503 send RSET first" : "250 ok");
      }
      if (line.startsWith("RCPT TO:")) {
        to = line.substring("RCPT TO:<".length(), line.indexOf('>'));
        return answer("RCPT", rcpt());
      }
      return switch (line.substring(0, Math.min(4, line.length()))) {
        case "DATA" -> answer("DATA", "354 go on") && (dirty || text());
        case "RSET" -> {
          dirty = false;
          yield answer("RSET", "250 ok");
        }
        case "QUIT" -> {
          say("221 bye");
          yield false;
        }
        default -> answer("EHLO", "250 ok");
      };
    }

    private String rcpt() {
      return to.startsWith("refuse-")
          ? "550 5.1.1 no such user " + to
          : to.startsWith("later-") ? "451 4.7.1 come back" : "250 ok";
    }

    private boolean text() throws IOException {
      var text = new StringBuilder();
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return false;
        }
        text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
      }
      received.add(new Received(to, parsed(text.toString())));
      return answer(
          "END", to.startsWith("hang-") ? HANG : to.startsWith("drop-") ? DROP : "250 ok");
    }

    private boolean answer(String step, String usual) throws IOException {
      String answer = script.getOrDefault(step, usual);
      switch (answer) {
        case DROP -> {
          return false;
        }
        case HANG -> {
          while (in.read() >= 0) {
            // Whatever it says.
          }
          leftByClient.incrementAndGet();
          return false;
        }
        case DRIP -> {
          drip();
          return false;
        }
        default -> {
          dirty = dirty || (answer.charAt(0) > '3' && !step.equals("MAIL"));
          say(answer);
          return !step.equals("CONNECT") || answer.startsWith("2");
        }
      }
    }

    private void drip() throws IOException {
      socket.setSoTimeout(PACE_MILLIS);
      while (true) {
        try {
          if (socket.getInputStream().read() < 0) {
            leftByClient.incrementAndGet();
            return;
          }
        } catch (SocketTimeoutException time) {
          socket.getOutputStream().write('2');
        }
      }
    }

    private void say(String answer) throws IOException {
      socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
    }
  }

  private static MimeMessage parsed(String text) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed then.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is closed then.
    }
    dropConnections();
  }
}
