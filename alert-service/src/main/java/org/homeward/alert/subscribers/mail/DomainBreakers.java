package org.homeward.alert.subscribers.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One breaker for each domain that messages go to; the domains asked for longest ago are dropped.
 */
public final class DomainBreakers implements Breakers {

  private static final int MAX_DOMAINS = 500;
  private static final int WINDOW = 20;
  private static final int MIN_CALLS = 10;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final CircuitBreakerConfig config;
  private final Map<String, CircuitBreaker> byDomain =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CircuitBreaker> eldest) {
          return size() > MAX_DOMAINS;
        }
      };

  public DomainBreakers(Clock clock) {
    config =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(MIN_CALLS)
            .waitDurationInOpenState(PAUSE)
            .currentTimestampFunction(_ -> clock.millis(), TimeUnit.MILLISECONDS)
            .build();
  }

  /** How many there are in each state; which domains they are of is nobody's business. */
  public Map<String, Double> byState() {
    Map<String, Double> counts =
        new TreeMap<>(Map.of("closed", 0.0, "half_open", 0.0, "open", 0.0));
    for (CircuitBreaker each : all()) {
      counts.merge(each.getState().name().toLowerCase(Locale.ROOT), 1.0, Double::sum);
    }
    return counts;
  }

  /** Of one, such as {@code OPEN}; empty when nothing went there lately. */
  public synchronized Optional<String> stateOf(String domain) {
    return Optional.ofNullable(byDomain.get(domain)).map(breaker -> breaker.getState().name());
  }

  private synchronized List<CircuitBreaker> all() {
    return List.copyOf(byDomain.values());
  }

  @Override
  public boolean permits(String domain) {
    CircuitBreaker breaker = of(domain);
    boolean permitted = breaker.tryAcquirePermission();
    if (permitted) {
      breaker.releasePermission(); // a question only; what is learned counts
    }
    return permitted;
  }

  /** A mailbox that is refused says nothing about its domain. */
  @Override
  public void learn(String domain, MailResult result) {
    CircuitBreaker breaker = of(domain);
    switch (result) {
      case MailResult.Accepted _, MailResult.Never _ -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
      case MailResult.Later(var _, String reason) when reason.startsWith("rcpt") ->
          breaker.onSuccess(0, TimeUnit.MILLISECONDS);
      case MailResult.Later _, MailResult.Unknown _ ->
          breaker.onError(0, TimeUnit.MILLISECONDS, new Failed());
    }
  }

  /** An outcome of the other side. */
  private static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failed() {
      super("not taken", null, false, false);
    }
  }

  private synchronized CircuitBreaker of(String domain) {
    return byDomain.computeIfAbsent(domain, _ -> CircuitBreaker.of("domain", config));
  }
}
