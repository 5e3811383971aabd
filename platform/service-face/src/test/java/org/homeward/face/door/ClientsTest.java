package org.homeward.face.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClientsTest {

  @Test
  void anIpv6ClientIsItsNetwork() {
    assertThat(Clients.network("2001:db8:1:2::1"))
        .isEqualTo(Clients.network("2001:db8:1:2:ffff::2"))
        .isNotEqualTo(Clients.network("2001:db8:1:3::1"));
  }

  @Test
  void anIpv4ClientIsItsAddress() {
    assertThat(Clients.network("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(Clients.network("unknown: :")).isEqualTo("unknown: :");
  }

  @Test
  void aClientFromElsewhereHasASmallShareOfTheConnections() {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    java.util.Map.of("homeward.door.connection-share", "0.1")))
            .bindOrCreate("homeward.door", DoorSettings.class);

    assertThat(settings.connectionsOf(InetAddress.ofLiteral("192.0.2.1"), 1000)).isEqualTo(100);
    assertThat(settings.connectionsOf(InetAddress.ofLiteral("127.0.0.1"), 1000)).isEqualTo(500);
  }
}
