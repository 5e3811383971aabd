package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.testkit.SecretScan;
import org.homeward.trials.topics.Topics;

/**
 * Looks for words where none may stand: in logs, numbers, health, problems, and in the keys and
 * headers of topics. It looks for the secrets of the stores too.
 *
 * @param http has received the problems
 */
record LeakScan(Hotline hotline, Hotline abroad, Http http) {

  List<Object> found(String word, String cyrillic) {
    SecretScan scan = SecretScan.of(word, cyrillic, storeSecret(hotline), storeSecret(abroad));
    List<Object> found = new ArrayList<>();
    found.addAll(scan.inText("problems", String.join("\n", http.problems())));
    for (Hotline each : List.of(hotline, abroad)) {
      found.addAll(scan.inFiles(each.node().logs()));
      for (String service : List.of("intake", "alert", "bridge", "console", "gateway")) {
        for (String page : List.of("prometheus", "health", "reader")) {
          found.addAll(scan.inText(page + " of " + service, page(each, service, page)));
        }
      }
      try (var topics = new Topics(each.node().broker())) {
        for (String topic : topics.names()) {
          found.addAll(scan.inText("keys of " + topic, String.join("\n", topics.keys(topic))));
          found.addAll(
              scan.inText("headers of " + topic, String.join("\n", topics.headers(topic))));
        }
      }
    }
    return found;
  }

  /** Of the store; whoever logs or tells its address would tell it. */
  private static String storeSecret(Hotline of) {
    String login = URI.create(of.node().storeAddress()).getUserInfo();
    assertThat(login).startsWith("homeward:");
    return login.substring(login.indexOf(':') + 1);
  }

  private String page(Hotline of, String service, String page) {
    URI address = of.node().management(service).resolve("/actuator/" + page);
    String token = of.tokens().of(of.equals(hotline) ? "nikola" : "yannis");
    return http.send(Http.to(address).header("Authorization", "Bearer " + token).build()).body();
  }
}
