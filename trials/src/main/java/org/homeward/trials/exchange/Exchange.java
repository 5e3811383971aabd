package org.homeward.trials.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.homeward.local.client.Answer;

/**
 * A request and its answer; a line of the file that {@code HOMEWARD_EXCHANGES} names.
 *
 * @param sentAs the request's media type; empty when it has none
 * @param sent in Base64
 * @param answeredAs the answer's media type; empty when it has none
 */
public record Exchange(
    String method,
    URI uri,
    String sentAs,
    String sent,
    int status,
    String answeredAs,
    String answer) {

  public static Exchange of(HttpRequest request, Answer answer) {
    return new Exchange(
        request.method(),
        request.uri(),
        request.headers().firstValue("Content-Type").orElse(""),
        Base64.getEncoder().encodeToString(body(request)),
        answer.status(),
        answer.header("Content-Type"),
        answer.body());
  }

  public byte[] sentBytes() {
    return Base64.getDecoder().decode(sent);
  }

  public byte[] answerBytes() {
    return answer.getBytes(UTF_8);
  }

  public boolean isProblem() {
    return status >= 400 && answeredAs.startsWith("application/problem+json");
  }

  /** The body that was sent; publishers of texts and bytes can be read again. */
  private static byte[] body(HttpRequest request) {
    if (request.bodyPublisher().isEmpty()) {
      return new byte[0];
    }
    var collected = new CompletableFuture<byte[]>();
    request.bodyPublisher().get().subscribe(new Collector(collected));
    return collected.join();
  }

  private static final class Collector implements Flow.Subscriber<ByteBuffer> {
    private final CompletableFuture<byte[]> collected;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Collector(CompletableFuture<byte[]> collected) {
      this.collected = collected;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable failure) {
      collected.complete(new byte[0]);
    }

    @Override
    public void onComplete() {
      collected.complete(bytes.toByteArray());
    }
  }

  /** The bodies may hold personal data. */
  @Override
  public String toString() {
    return method + " " + uri.getPath() + ": " + status;
  }
}
