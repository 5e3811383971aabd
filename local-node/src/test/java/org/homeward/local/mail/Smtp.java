package org.homeward.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Says one line of SMTP at a time. */
final class Smtp implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;

  private final Socket socket;
  private final BufferedReader answers;

  Smtp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MS);
    answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    answer();
  }

  /** Says it and returns the answer. */
  @Nullable String say(String line) throws IOException {
    tell(line);
    return answer();
  }

  /** Goes up to the last dot, whose answer is not read. */
  void mail(String to, String content) throws IOException {
    say("HELO test");
    say("MAIL FROM:<alerts@rs.homeward.invalid>");
    say("RCPT TO:<" + to + ">");
    say("DATA");
    tell(content.replace("\n", "\r\n") + "\r\n.");
  }

  /** Null when the other side has closed. */
  @Nullable String answer() throws IOException {
    return answers.readLine();
  }

  boolean hasAnswer() throws IOException {
    return answers.ready();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void tell(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    socket.getOutputStream().flush();
  }
}
