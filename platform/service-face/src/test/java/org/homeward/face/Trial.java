package org.homeward.face;

import org.homeward.face.access.Role;
import org.homeward.face.testing.StubIssuer;
import org.homeward.face.testing.Wire;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The trial service, running, with its issuer. */
final class Trial implements AutoCloseable {

  final StubIssuer issuer;
  final Wire wire;

  /** The management port. */
  final Wire management;

  private final ConfigurableApplicationContext service;

  private Trial(StubIssuer issuer, ConfigurableApplicationContext service) {
    this.issuer = issuer;
    this.service = service;
    var ports = service.getEnvironment();
    this.wire = new Wire(ports.getRequiredProperty("local.server.port", int.class));
    this.management = new Wire(ports.getRequiredProperty("local.management.port", int.class));
  }

  static Trial started(StubIssuer issuer, String... settings) {
    var service =
        new SpringApplicationBuilder(TrialService.class)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "management.server.port=0",
                "management.server.address=127.0.0.1",
                "spring.threads.virtual.enabled=true",
                "spring.servlet.multipart.enabled=false",
                "spring.main.banner-mode=off",
                "homeward.access.issuer=" + issuer.uri(),
                "homeward.access.audience=" + StubIssuer.AUDIENCE,
                "homeward.body.limit=64KB",
                "management.endpoints.web.exposure.include=*")
            .properties(settings)
            .run();
    return new Trial(issuer, service);
  }

  String bearer(Role... roles) {
    return "Authorization: Bearer " + issuer.token("ana", roles);
  }

  @Override
  public void close() {
    service.close();
    issuer.close();
  }
}
