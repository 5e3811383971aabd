package org.homeward.intake.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this service, {@code homeward.*}.
 *
 * @param node the slug of this node
 * @param country ISO 3166-1 alpha-2 of the hotline
 * @param storeUri MongoDB connection string
 * @param kafka bootstrap servers
 * @param dataDirectory holds the incarnation
 * @param startPatience how long a start waits for store and broker
 */
@ConfigurationProperties("homeward")
public record IntakeSettings(
    String node,
    String country,
    boolean demo,
    String storeUri,
    String kafka,
    Path dataDirectory,
    Duration startPatience) {

  private static final Pattern SLUG = Pattern.compile("[a-z]{2,8}");

  public IntakeSettings {
    if (!SLUG.matcher(node).matches()) {
      throw new IllegalArgumentException("homeward.node must be 2 to 8 letters a-z");
    }
  }

  String database() {
    return node + "_intake";
  }

  String topic() {
    return node + ".cases";
  }

  String poison() {
    return node + ".poison";
  }
}
