package org.homeward.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.homeward.schema.bridge.RegistryCodec;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRegistryIT {
  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00Z");
  private static final URI DRILL = URI.create("http://127.0.0.1:8280/bridge/v1/messages");

  @TempDir Path state;

  @Test
  void knowsBothNodesAndOneForExercises() throws IOException {
    prepare(NOW, 8180);

    Registry registry = issued();
    assertThat(registry.version()).isEqualTo(1);
    assertThat(registry.expires()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(registry.partners())
        .extracting(Partner::node, Partner::country, Partner::exercise)
        .containsExactly(
            tuple("rs", "RS", false), tuple("gr", "GR", false), tuple("drill", "BG", true));
    assertThat(registry.partner("gr").orElseThrow().sealingKey(NOW))
        .contains(keys("gr/node-keys.json").opening("gr-enc-1").orElseThrow().jwk());
  }

  @Test
  void privateKeysAreTheirOwnersAlone() throws IOException {
    prepare(NOW, 8180);

    for (String secret :
        List.of("rs/node-keys.json", "registry/drill-keys.json", "registry/registry-key.json")) {
      assertThat(Files.getPosixFilePermissions(state.resolve(secret)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(state.resolve(secret)).content().contains("\"d\":");
    }
    assertThat(state.resolve("registry/registry-key.public.json"))
        .content()
        .doesNotContain("\"d\"");
  }

  @Test
  void staysAsItIsWhileItIsRight() throws IOException {
    prepare(NOW, 8180);
    byte[] first = Files.readAllBytes(state.resolve("registry/registry.jws"));
    prepare(NOW.plus(Duration.ofDays(300)), 8180);

    assertThat(state.resolve("registry/registry.jws")).hasBinaryContent(first);
  }

  @Test
  void theNextVersionTellsOfNewEndpointsNewKeysAndANewYear() throws IOException {
    prepare(NOW, 8180);
    prepare(NOW, 8181);
    assertThat(issued().version()).isEqualTo(2);

    Files.delete(state.resolve("gr/node-keys.json"));
    prepare(NOW, 8181);
    assertThat(issued().version()).isEqualTo(3);

    prepare(NOW.plus(Duration.ofDays(350)), 8181);
    assertThat(issued().version()).isEqualTo(4);
    assertThat(issued().expires()).isEqualTo(NOW.plus(Duration.ofDays(350 + 365)));
  }

  private void prepare(Instant now, int port) {
    var members =
        List.of(
            member("rs", "RS", "http://127.0.0.1:8080/bridge/v1/messages"),
            member("gr", "GR", "http://127.0.0.1:" + port + "/bridge/v1/messages"));
    new DemoRegistry(state.resolve("registry"), Clock.fixed(now, ZoneOffset.UTC))
        .prepare(members, DRILL);
  }

  private Member member(String node, String country, String endpoint) {
    Path keys = state.resolve(node).resolve("node-keys.json");
    return new Member(node, country, URI.create(endpoint), false, keys);
  }

  private Registry issued() throws IOException {
    Path files = state.resolve("registry");
    Jwk trusted = Jwk.read(Files.readAllBytes(files.resolve("registry-key.public.json")));
    return RegistryCodec.verify(Files.readAllBytes(files.resolve("registry.jws")), trusted);
  }

  private NodeKeys keys(String file) throws IOException {
    return NodeKeys.read(Files.readAllBytes(state.resolve(file)));
  }
}
