package org.homeward.frame.node;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings that every service of a node gets, {@code homeward.*}.
 *
 * @param node the slug of the node
 * @param country ISO 3166-1 alpha-2; blank when the slug is it
 * @param data the directory of {@code node-id.key} and {@code incarnation}
 * @param secrets the directory of what this service alone may read; blank for {@code data}
 * @param storeUri where the store listens, with the secret that opens it
 * @param kafka where the broker listens, with the login that opens it where it asks for one
 */
@ConfigurationProperties("homeward")
public record NodeSettings(
    String node,
    @Nullable String country,
    Path data,
    @Nullable String secrets,
    String storeUri,
    String kafka) {

  private static final Pattern SLUG = Pattern.compile("[a-z]{2,8}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public NodeSettings {
    if (!SLUG.matcher(node).matches()) {
      throw new IllegalArgumentException("homeward.node is 2 to 8 letters, a to z");
    }
    country = country == null || country.isBlank() ? node.toUpperCase(Locale.ROOT) : country;
    if (!COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException(
          "homeward.country is two capital letters; give it when homeward.node is not a country");
    }
  }

  /** Without the secrets of store and broker. */
  @Override
  public String toString() {
    return "NodeSettings[node=" + node + "]";
  }

  /** The keys of this service's audit trail and the like. */
  public Path secretFiles() {
    return secrets == null || secrets.isBlank() ? data : Path.of(secrets);
  }

  /** A topic of this node, as {@code rs.cases}; the group of a service's first reader too. */
  public String topic(String name) {
    return node + "." + name;
  }
}
