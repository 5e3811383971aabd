package org.homeward.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's view of the services behind it, for health and metrics. */
@Configuration(proxyBeanMethods = false)
class BreakersConfiguration {

  @Bean
  MeterBinder breakerMetrics(CircuitBreakerRegistry breakers) {
    return registry -> {
      for (Upstream upstream : Upstream.values()) {
        Gauge.builder(
                "homeward.gateway.breaker.open",
                breakers,
                all -> state(all, upstream) == CircuitBreaker.State.CLOSED ? 0 : 1)
            .description("1 while nothing, or only a try, is sent to a service")
            .tag("upstream", upstream.id())
            .register(registry);
      }
    };
  }

  /**
   * An unreachable service does not make the gateway unhealthy; the health page says what to do.
   */
  @Bean
  HealthIndicator upstreamsHealthIndicator(CircuitBreakerRegistry breakers) {
    return () -> {
      Map<String, String> away = new TreeMap<>();
      for (Upstream upstream : Upstream.values()) {
        if (state(breakers, upstream) != CircuitBreaker.State.CLOSED) {
          away.put(upstream.id(), whatToDo(upstream));
        }
      }
      return away.isEmpty()
          ? Health.up().build()
          : Health.unknown().withDetail("whatToDo", away).build();
    };
  }

  private static String whatToDo(Upstream upstream) {
    return "It does not answer: start it, or correct HOMEWARD_"
        + upstream.id().toUpperCase(Locale.ROOT)
        + "_URL; requests for it get 503 meanwhile.";
  }

  private static CircuitBreaker.State state(CircuitBreakerRegistry breakers, Upstream upstream) {
    return breakers
        .find(upstream.id())
        .map(CircuitBreaker::getState)
        .orElse(CircuitBreaker.State.CLOSED);
  }
}
