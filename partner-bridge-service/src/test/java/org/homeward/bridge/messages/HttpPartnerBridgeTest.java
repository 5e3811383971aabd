package org.homeward.bridge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HttpPartnerBridgeTest {

  @Test
  void registryNamesTheGatewayOrTheWholeAddress() {
    assertThat(address("https://gr.example")).isEqualTo("https://gr.example/bridge/v1/messages");
    assertThat(address("https://gr.example/")).isEqualTo("https://gr.example/bridge/v1/messages");
    assertThat(address("https://gr.example/in")).isEqualTo("https://gr.example/in");
  }

  @Test
  void plainHttpStaysOnThisMachine() {
    assertThat(HttpPartnerBridge.isSafe(URI.create("https://gr.example"))).isTrue();
    assertThat(HttpPartnerBridge.isSafe(URI.create("http://127.0.0.1:8180"))).isTrue();
    assertThat(HttpPartnerBridge.isSafe(URI.create("http://[::1]:8180"))).isTrue();
    assertThat(HttpPartnerBridge.isSafe(URI.create("http://gr.example"))).isFalse();
    assertThat(HttpPartnerBridge.isSafe(URI.create("http://127.0.0.1.gr.example"))).isFalse();
    assertThat(HttpPartnerBridge.isSafe(URI.create("ftp://127.0.0.1"))).isFalse();
  }

  private static String address(String endpoint) {
    return HttpPartnerBridge.address(URI.create(endpoint)).toString();
  }
}
