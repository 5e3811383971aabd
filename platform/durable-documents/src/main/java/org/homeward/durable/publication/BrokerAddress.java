package org.homeward.durable.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/**
 * Where Kafka's clients begin, and as whom: {@code host:port,…} of a broker that asks nobody, or
 * {@code sasl://name:password@host:port,…}; {@code sasls://…} with TLS.
 */
public final class BrokerAddress {

  private static final Pattern LOGIN =
      Pattern.compile("(sasls?)://([A-Za-z0-9_-]+):([A-Za-z0-9_-]+)@(.+)");

  private BrokerAddress() {}

  /**
   * The settings of a client.
   *
   * @throws IllegalArgumentException without quoting the address
   */
  public static Map<String, Object> settings(String address) {
    Matcher login = LOGIN.matcher(address);
    if (!login.matches()) {
      if (address.contains("@") || address.contains("//")) {
        throw new IllegalArgumentException(
            "HOMEWARD_KAFKA is host:port, or sasl://name:password@host:port with letters, digits,"
                + " _ and -");
      }
      return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address);
    }
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        login.group(4),
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        login.group(1).equals("sasls") ? "SASL_SSL" : "SASL_PLAINTEXT",
        SaslConfigs.SASL_MECHANISM,
        "PLAIN",
        SaslConfigs.SASL_JAAS_CONFIG,
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(PlainLoginModule.class.getName(), login.group(2), login.group(3)));
  }

  /** The same with more settings. */
  public static Map<String, Object> settings(String address, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(settings(address));
    all.putAll(more);
    return all;
  }
}
