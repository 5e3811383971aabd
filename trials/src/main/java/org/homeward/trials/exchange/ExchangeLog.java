package org.homeward.trials.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Exchanges;
import tools.jackson.databind.json.JsonMapper;

/** Writes each exchange of the story to a file, for a test that did not play it itself. */
public final class ExchangeLog implements Exchanges, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Writer file; // guarded by itself

  public ExchangeLog(Path file) throws IOException {
    this.file = Files.newBufferedWriter(file);
  }

  public static List<Exchange> read(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8).stream()
        .map(line -> JSON.readValue(line, Exchange.class))
        .toList();
  }

  @Override
  public void seen(HttpRequest request, Answer answer) {
    String line = JSON.writeValueAsString(Exchange.of(request, answer));
    synchronized (file) {
      try {
        file.append(line).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
