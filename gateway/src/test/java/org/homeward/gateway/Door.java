package org.homeward.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.face.access.Role;
import org.homeward.face.testing.StubIssuer;
import org.homeward.face.testing.Wire;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running gateway with its issuer and the services behind it. */
final class Door implements AutoCloseable {

  static {
    // Before the first JDK server: else every answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  final StubIssuer issuer = StubIssuer.started();
  final StubUpstream intake = StubUpstream.started();
  final StubUpstream alert = StubUpstream.started();
  final StubUpstream bridge = StubUpstream.started();
  final StubUpstream console = StubUpstream.started();
  final int port;
  final Wire wire;

  /** The management port. */
  final Wire management;

  private final ConfigurableApplicationContext gateway;

  private Door(String... settings) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--homeward.access.issuer=" + issuer.uri(),
                "--homeward.access.audience=" + StubIssuer.AUDIENCE,
                "--homeward.gateway.intake=http://127.0.0.1:" + intake.port(),
                "--homeward.gateway.alert=http://127.0.0.1:" + alert.port(),
                "--homeward.gateway.bridge=http://127.0.0.1:" + bridge.port(),
                "--homeward.gateway.console=http://127.0.0.1:" + console.port()));
    arguments.addAll(List.of(settings));
    gateway = SpringApplication.run(GatewayApplication.class, arguments.toArray(String[]::new));
    port = gateway.getEnvironment().getRequiredProperty("local.server.port", int.class);
    wire = new Wire(port);
    management =
        new Wire(gateway.getEnvironment().getRequiredProperty("local.management.port", int.class));
  }

  static Door open(String... settings) {
    return new Door(settings);
  }

  StubUpstream of(Upstream upstream) {
    return switch (upstream) {
      case INTAKE -> intake;
      case ALERT -> alert;
      case BRIDGE -> bridge;
      case CONSOLE -> console;
    };
  }

  /** The breaker of a service that was asked already. */
  CircuitBreaker breaker(Upstream upstream) {
    return gateway.getBean(CircuitBreakerRegistry.class).find(upstream.id()).orElseThrow();
  }

  /** What has come through, to whichever service. */
  List<StubUpstream.Seen> passed() {
    return Stream.of(intake, alert, bridge, console)
        .flatMap(service -> service.seen().stream())
        .toList();
  }

  void forget() {
    Stream.of(intake, alert, bridge, console)
        .forEach(
            service -> {
              service.seen().clear();
              service.answers(exchange -> StubUpstream.reply(exchange, 200, new byte[0]));
            });
  }

  String bearer(Role... roles) {
    return "Authorization: Bearer " + issuer.token("ana", roles);
  }

  @Override
  public void close() {
    gateway.close();
    intake.close();
    alert.close();
    bridge.close();
    console.close();
    issuer.close();
  }
}
