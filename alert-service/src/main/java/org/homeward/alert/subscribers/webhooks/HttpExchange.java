package org.homeward.alert.subscribers.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** One request and its answer. It knows at each moment whether anything of the body has left. */
final class HttpExchange {

  /** A longer answer says nothing that is read; its connection is closed. */
  private static final int MAX_ANSWER = 16 * 1024;

  private static final int MAX_DIGITS = 6;

  private final HttpPost request;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private volatile Post.Answer.@Nullable Answered answered;

  /** How far the message has come. */
  private enum Stage {
    WAITING,
    SENDING,
    /** Nothing of it has left, and nothing will. */
    GIVEN_UP
  }

  /**
   * @param isStill asked when the connection stands: false and nothing of the body leaves
   */
  HttpExchange(URI url, SignedMessage message, BooleanSupplier isStill) {
    request = new HttpPost(url);
    message.headers().forEach(request::setHeader);
    request.setEntity(
        new HttpEntityWrapper(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON)) {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            boolean still = isStill.getAsBoolean();
            if (!still) throw new Stopped(); // upholds 4
            if (!stage.compareAndSet(Stage.WAITING, Stage.SENDING)) {
              throw new InterruptedIOException("given up");
            }
            super.writeTo(out);
          }
        });
  }

  /** What it was to say does not hold any more. */
  private static final class Stopped extends InterruptedIOException {

    private static final long serialVersionUID = 1L;
  }

  /** The answer, or why there is none. */
  Post.Answer answer(CloseableHttpClient client) {
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      var head = new Post.Answer.Answered(response.getCode(), retryAfter(response), new byte[0]);
      answered = head;
      return new Post.Answer.Answered(
          head.status(), head.retryAfter(), beginning(response.getEntity()));
    } catch (Stopped stopped) {
      request.cancel();
      return Post.Answer.Held.STOPPED;
    } catch (IOException e) {
      return givenUp(reason(e));
    }
  }

  /** Ends it at once. What its head said counts, though the rest of the answer never came. */
  Post.Answer givenUp(String reason) {
    boolean sent = !stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
    request.cancel();
    Post.Answer.Answered known = answered;
    if (known != null) {
      return known;
    }
    return sent ? new Post.Answer.Lost(reason) : new Post.Answer.NotSent(reason);
  }

  private byte[] beginning(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(MAX_ANSWER);
    if (content.read() >= 0) {
      request.cancel();
    }
    return bytes;
  }

  /** In seconds; a date is as good as none. */
  private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
    return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
        .map(Header::getValue)
        .filter(value -> value.matches("[0-9]{1," + MAX_DIGITS + "}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case HttpPosts.AddressRefused _ -> "address";
      case UnknownHostException _ -> "unknown-host";
      case SSLException _ -> "tls";
      case ConnectException _ -> "refused";
      case InterruptedIOException _ -> "timeout";
      default -> "closed";
    };
  }
}
