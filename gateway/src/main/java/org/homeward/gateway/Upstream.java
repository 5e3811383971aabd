package org.homeward.gateway;

import java.util.List;
import java.util.Locale;

/** A service behind the gateway and the paths that lead to it; what is not here is 404. */
enum Upstream {
  INTAKE("reports", "cases"),
  ALERT("feeds", "notices", "desks");

  /**
   * Only read, and with a desk's key, which the service checks itself; a token is looked at when
   * there is one.
   */
  private static final List<String> READ_WITH_KEY = List.of("feeds", "notices");

  private final List<String> resources;

  Upstream(String... resources) {
    this.resources = List.of(resources);
  }

  /** The name of its route and of its breaker. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> paths() {
    return resources.stream().map(Upstream::path).toList();
  }

  static boolean isReadWithKey(String path) {
    return READ_WITH_KEY.stream().map(Upstream::path).anyMatch(path::equals);
  }

  private static String path(String resource) {
    return "/api/v1/" + resource + "/**";
  }
}
