package org.homeward.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A service behind the gateway and the paths that lead to it; what is not here is 404. */
enum Upstream {
  INTAKE(
      "reports",
      "cases",
      "drafts",
      "calls",
      "tips",
      "tasks",
      "shifts",
      "on-call",
      "colleagues",
      "scripts",
      "decisions",
      "risk",
      "imports",
      "care-files",
      "providers",
      "referrals",
      "support",
      "screening",
      "job-offers",
      "changes/intake",
      "audit/intake",
      "health/intake"),
  ALERT(
      "feeds",
      "notices",
      "public",
      "desks",
      "alerts",
      "posters",
      "stops",
      "subscriptions",
      "authorities",
      "webhooks",
      "phones",
      "dead-letters",
      "answers",
      "references",
      "changes/alert",
      "audit/alert",
      "health/alert"),
  BRIDGE("handovers", "partners", "quarantine", "changes/bridge", "audit/bridge", "health/bridge") {
    @Override
    Stream<String> besides() {
      return Stream.of(HttpOpenPaths.MESSAGES, HttpOpenPaths.PHOTOS);
    }
  },
  CONSOLE {
    @Override
    Stream<String> besides() {
      return PagePaths.all();
    }
  };

  private final List<String> resources;

  Upstream(String... resources) {
    this.resources = List.of(resources);
  }

  /** The name of its route and of its breaker. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether browsers speak with it, with cookies and forms of their own. */
  boolean hasPages() {
    return this == CONSOLE;
  }

  /** Everything that leads to it. */
  List<String> paths() {
    return Stream.concat(resources().stream(), besides()).toList();
  }

  /** Paths that people call with their tokens. */
  List<String> resources() {
    return resources.stream().map(resource -> "/api/v1/" + resource + "/**").toList();
  }

  Stream<String> besides() {
    return Stream.empty();
  }
}
