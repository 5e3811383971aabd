package org.homeward.gateway;

import java.util.ArrayList;
import java.util.List;
import org.homeward.face.access.Role;
import org.homeward.face.testing.StubIssuer;
import org.homeward.face.testing.Wire;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running gateway with its issuer and two services behind it. */
final class Door implements AutoCloseable {

  static {
    // Before the first JDK server: else every answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  final StubIssuer issuer = StubIssuer.started();
  final StubUpstream intake = StubUpstream.started();
  final StubUpstream alert = StubUpstream.started();
  final Wire wire;
  private final ConfigurableApplicationContext gateway;

  private Door(String... settings) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--homeward.access.issuer=" + issuer.uri(),
                "--homeward.access.audience=" + StubIssuer.AUDIENCE,
                "--homeward.gateway.intake=http://127.0.0.1:" + intake.port(),
                "--homeward.gateway.alert=http://127.0.0.1:" + alert.port()));
    arguments.addAll(List.of(settings));
    gateway = SpringApplication.run(Gateway.class, arguments.toArray(String[]::new));
    wire = new Wire(gateway.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  static Door open(String... settings) {
    return new Door(settings);
  }

  String bearer(Role... roles) {
    return "Authorization: Bearer " + issuer.token("ana", roles);
  }

  @Override
  public void close() {
    gateway.close();
    intake.close();
    alert.close();
    issuer.close();
  }
}
