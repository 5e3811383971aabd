package org.homeward.alert.subscribers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

  private final AddressRule rule = new AddressRule(false);
  private final AddressRule demo = new AddressRule(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/in",
        "https://a.b.c.example.org:8443/x?y=z",
        "HTTPS://HOOKS.EXAMPLE.ORG/",
        "https://xn--d1acufc.xn--p1ai/in"
      })
  void publicNamesOverHttpsAreGood(String url) {
    assertThat(rule.broken(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://hooks.example.org/in,        not-https",
    "ftp://hooks.example.org/in,         not-https",
    "file:///etc/passwd,                 wrong-form",
    "https:hooks.example.org,            wrong-form",
    "hooks.example.org/in,               wrong-form",
    "https://me@hooks.example.org/,      wrong-form",
    "https://hooks.example.org/#x,       wrong-form",
    "https://hooks.example.org:0/,       wrong-form",
    "https://hooks.example.org:70000/,   wrong-form",
    "https://ho oks.example.org/,        wrong-form",
    "https://intake/,                    not-public",
    "https://localhost/,                 not-public",
    "https://127.0.0.1/,                 not-public",
    "https://8.8.8.8/,                   not-public",
    "https://0177.0.0.1/,                not-public",
    "https://0x7f.1/,                    not-public",
    "https://127.1/,                     not-public",
    "https://2130706433/,                not-public",
    "https://hooks.example.org.1/,       not-public",
    "https://example.0x7f/,              not-public",
    "https://[::1]/,                     not-public",
    "https://[2001:db8::1]/,             not-public",
    "https://[::ffff:127.0.0.1]/,        not-public"
  })
  void othersAreNot(String url, String broken) {
    assertThat(rule.broken(url)).isPresent();
    if (broken.equals("not-public")) {
      assertThat(rule.broken(url).filter("not-https"::equals)).isEmpty();
    } else {
      assertThat(rule.broken(url)).contains(broken);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9000/in, true",
    "http://localhost:9000/in, true",
    "http://127.0.0.2/in,      false",
    "http://0177.0.0.1/in,     false",
    "http://10.0.0.1/in,       false",
    "http://example.org/in,    false"
  })
  void demoMayNameThisMachineAndNoOther(String url, boolean good) {
    assertThat(demo.broken(url).isEmpty()).isEqualTo(good);
    assertThat(rule.broken(url)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,                true",
    "100.63.255.255,         true",
    "172.32.0.1,             true",
    "2a00:1450:4001::1,      true",
    "0.0.0.0,                false",
    "127.8.8.8,              false",
    "10.1.2.3,               false",
    "172.16.0.1,             false",
    "192.168.1.1,            false",
    "169.254.169.254,        false",
    "100.64.0.1,             false",
    "192.0.2.1,              false",
    "198.18.0.1,             false",
    "198.51.100.7,           false",
    "203.0.113.9,            false",
    "224.0.0.1,              false",
    "240.0.0.1,              false",
    "255.255.255.255,        false",
    "::,                     false",
    "::1,                    false",
    "::ffff:10.0.0.1,        false",
    "64:ff9b::a00:1,         false",
    "fc00::1,                false",
    "fd12:3456::1,           false",
    "fe80::1,                false",
    "fec0::1,                false",
    "ff02::1,                false",
    "2001::1,                false",
    "2001:db8::1,            false",
    "2002:a00:1::1,          false"
  })
  void connectionsGoToPublicAddressesOnly(String address, boolean good)
      throws UnknownHostException {
    assertThat(rule.permits(InetAddress.getByName(address))).isEqualTo(good);
  }
}
