package org.homeward.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.AfterFilterFunctions.removeResponseHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.CircuitBreakerFilterFunctions.circuitBreaker;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.homeward.face.access.Permissions;
import org.homeward.face.access.Permit;
import org.homeward.face.door.Clients;
import org.homeward.face.door.WaitingBodies;
import org.homeward.face.guessing.GuessedLinks;
import org.homeward.face.problem.ProblemMapping;
import org.homeward.face.problem.RequestTrace;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes, and the requests that never get through. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

  private static final RequestPredicate WAITING = path("/api/v1/changes/*");

  private static final int AFTER_SECURITY = 0;
  private static final int BEFORE_SECURITY = -101;

  @Bean
  RouterFunction<ServerResponse> intakeRoute(GatewaySettings settings, MeterRegistry metrics) {
    return route(Upstream.INTAKE, settings, metrics);
  }

  @Bean
  RouterFunction<ServerResponse> alertRoute(GatewaySettings settings, MeterRegistry metrics) {
    return route(Upstream.ALERT, settings, metrics);
  }

  @Bean
  RouterFunction<ServerResponse> bridgeRoute(GatewaySettings settings, MeterRegistry metrics) {
    return route(Upstream.BRIDGE, settings, metrics);
  }

  @Bean
  RouterFunction<ServerResponse> consoleRoute(
      GatewaySettings settings, AwaySettings away, MeterRegistry metrics) {
    return route(Upstream.CONSOLE, settings, metrics).filter(new HttpAwayPage(new AwayPage(away)));
  }

  private static RouterFunction<ServerResponse> route(
      Upstream upstream, GatewaySettings settings, MeterRegistry metrics) {
    return GatewayRouterFunctions.route(upstream.id())
        .route(anyOf(upstream.paths()), http())
        .before(upstream.hasPages() ? request -> request : removeRequestHeader(HttpHeaders.COOKIE))
        // The body is here already: nobody has to ask whether to send it.
        .before(removeRequestHeader(HttpHeaders.EXPECT))
        .after(removeResponseHeader(HttpHeaders.SERVER))
        .after(removeResponseHeader(RequestTrace.HEADER))
        .filter(new HttpAnswerCount(upstream, metrics))
        .filter(breaker(upstream))
        .filter(new HttpInstances(settings.of(upstream), System::nanoTime))
        .build();
  }

  /**
   * Requests that wait for news go past the breaker: as one of its few probes such a request would
   * keep it from closing for as long as it waits, and everybody gets 503 meanwhile.
   */
  private static HandlerFilterFunction<ServerResponse, ServerResponse> breaker(Upstream upstream) {
    var breaker = circuitBreaker(upstream.id());
    return (request, next) ->
        WAITING.test(request) ? next.handle(request) : breaker.filter(request, next);
  }

  /** The services decide who may do what; here a caller needs a valid token with any role. */
  @Bean
  Permissions permissions() {
    var permits = new ArrayList<>(HttpOpenPaths.permits());
    permits.add(Permit.anyRole(HttpMethod.PUT, "/api/v1/drafts/{id}"));
    permits.add(Permit.anyRole(HttpMethod.PUT, "/api/v1/on-call"));
    for (var upstream : Upstream.values()) {
      for (var path : upstream.resources()) {
        if (!HttpOpenPaths.isOnlyRead(path)) {
          permits.add(Permit.anyRole(HttpMethod.GET, path));
          permits.add(Permit.anyRole(HttpMethod.POST, path));
          permits.add(Permit.anyRole(HttpMethod.PATCH, path));
        }
      }
    }
    return Permissions.of(permits);
  }

  @Bean
  ProblemMapping upstreamFailures() {
    return UpstreamFailure::problem;
  }

  @Bean
  FilterRegistrationBean<HttpBodyFilter> bodyFilter(
      GatewaySettings settings, WaitingBodies bodies) {
    var registration =
        new FilterRegistrationBean<>(
            new HttpBodyFilter((int) settings.bodyLimit().toBytes(), bodies));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }

  /** Before security, which asks for parameters. */
  @Bean
  FilterRegistrationBean<HttpFormFilter> formFilter(
      GatewaySettings settings, WaitingBodies bodies) {
    var registration =
        new FilterRegistrationBean<>(
            new HttpFormFilter((int) settings.bodyLimit().toBytes(), bodies));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }

  @Bean
  HttpClientAddress clientAddress(Clients clients) {
    return new HttpClientAddress(clients);
  }

  @Bean
  GuessedLinks guessedLinks() {
    return HttpOpenPaths.links();
  }

  private static RequestPredicate anyOf(List<String> paths) {
    var first = path(paths.getFirst());
    return paths.stream()
        .skip(1)
        .map(next -> (RequestPredicate) path(next))
        .reduce(first, RequestPredicate::or);
  }
}
