package org.homeward.alert.subscribers.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts over HTTP with a client that connects to the very addresses that {@link AddressRule} has
 * looked at, whatever a name server answers to the next question.
 */
final class HttpPosts implements Post, AutoCloseable {

  private static final TimeValue LOOK_AFTER_IDLE = TimeValue.ofMilliseconds(100);
  private static final Timeout IDLE = Timeout.ofSeconds(10);
  private static final TimeValue LIFE = TimeValue.ofMinutes(1);
  private static final Timeout LONGEST_SILENCE = Timeout.ofSeconds(30);
  private static final int MAX_LINE = 8_192;
  private static final int MAX_HEADERS = 100;

  private final AddressRule rule;
  private final Semaphore places;
  private final CloseableHttpClient client;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** The addresses of a name. */
  @FunctionalInterface
  interface Resolve {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /**
   * @param connect how long a connection may take to stand
   * @param places so many posts at a time; a further one waits
   */
  HttpPosts(AddressRule rule, Resolve resolve, Duration connect, int places, Clock clock) {
    this.rule = rule;
    this.places = new Semaphore(places, true);
    this.clock = clock;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                connections(new Checked(rule, resolve), Timeout.of(connect), places))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setResponseTimeout(LONGEST_SILENCE)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .setUserAgent("Homeward")
            .build();
  }

  private static HttpClientConnectionManager connections(
      DnsResolver resolver, Timeout connect, int places) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(MAX_LINE)
                        .setMaxHeaderCount(MAX_HEADERS)
                        .build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(LONGEST_SILENCE)
                .setValidateAfterInactivity(LOOK_AFTER_IDLE)
                .setIdleTimeout(IDLE)
                .setTimeToLive(LIFE)
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
        .setMaxConnTotal(places)
        .setMaxConnPerRoute(places)
        .build();
  }

  /** Asked by the client for each connection; it connects to nothing else. */
  private record Checked(AddressRule rule, Resolve resolve) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses = resolve.of(host);
      for (InetAddress address : addresses) {
        boolean permitted = rule.permits(address);
        if (!permitted) throw new AddressRefused();
      }
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** One of a name's addresses is not public; nobody is told which. */
  static final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;
  }

  @Override
  public Answer post(URI url, SignedMessage message, Instant deadline, BooleanSupplier isStill) {
    if (rule.broken(url.toString()).isPresent()) {
      return new Answer.NotSent("address");
    }
    try {
      if (!places.tryAcquire(left(deadline), TimeUnit.MILLISECONDS)) {
        return new Answer.Held("busy");
      }
      try {
        boolean still = isStill.getAsBoolean();
        if (!still) return Answer.Held.STOPPED; // upholds 4
        return answer(new HttpExchange(url, message, isStill), deadline);
      } finally {
        places.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Held("stopping");
    }
  }

  /** On a thread of its own: a name server or a slow answer may outlast the deadline. */
  private Answer answer(HttpExchange exchange, Instant deadline) {
    Future<Answer> answer = threads.submit(() -> exchange.answer(client));
    try {
      return answer.get(left(deadline), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return exchange.givenUp("deadline");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return exchange.givenUp("stopping");
    } catch (ExecutionException bug) {
      return exchange.givenUp("client");
    }
  }

  private long left(Instant deadline) {
    return Math.max(1, Duration.between(clock.instant(), deadline).toMillis());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
