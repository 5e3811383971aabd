package org.homeward.console.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.console.login.IssuerAway;
import org.homeward.console.login.LoginOver;
import org.homeward.console.pages.Colleagues;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import tools.jackson.databind.JsonNode;

/**
 * Asks the API for the names of the hotline's people, with the token of whoever reads a page. Names
 * are the same for all of the staff, so that they are asked for once in a while.
 */
final class HttpColleagues implements Colleagues {

  static final String COLLEAGUES = "/api/v1/colleagues";

  /** A new colleague gets her name this much later, at the most. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final Set<String> ON_CASES = Set.of("operator", "supervisor", "confidant");
  private static final Known NOBODY = new Known(Map.of(), Map.of(), Instant.MIN);

  private final HttpApi api;
  private final Clock clock;
  private volatile Known known = NOBODY;

  /**
   * @param names of all, by id
   * @param team of those who work on cases, in their order
   */
  private record Known(Map<String, String> names, Map<String, String> team, Instant until) {

    @Override
    public String toString() {
      return "Known[" + until + "]";
    }
  }

  HttpColleagues(HttpApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Optional<String> name(String id) {
    return Optional.ofNullable(known().names().get(id));
  }

  @Override
  public Map<String, String> team() {
    return known().team();
  }

  private Known known() {
    if (HttpPages.person().filter(Person::isStaff).isEmpty()) {
      return NOBODY; // upholds 8
    }
    Known before = known;
    Instant now = clock.instant();
    if (!now.isBefore(before.until())) {
      known = asked(before, now.plus(KEPT));
    }
    return known;
  }

  /** Names that were known before, where the list cannot be read: no page is held up by a name. */
  private Known asked(Known before, Instant until) {
    try {
      return api.get(COLLEAGUES) instanceof Answer.Done(_, JsonNode found, _)
          ? new Known(names(found, _ -> true), names(found, HttpColleagues::isOnCases), until)
          : new Known(before.names(), before.team(), until);
    } catch (LoginOver | IssuerAway e) {
      return before;
    }
  }

  private static boolean isOnCases(JsonNode colleague) {
    return colleague
        .path("roles")
        .valueStream()
        .anyMatch(role -> ON_CASES.contains(role.asString("")));
  }

  private static Map<String, String> names(JsonNode found, Predicate<JsonNode> which) {
    Map<String, String> names = new LinkedHashMap<>();
    found
        .path("colleagues")
        .valueStream()
        .filter(which)
        .forEach(
            each -> names.put(each.path("person").asString(""), each.path("name").asString("")));
    return Collections.unmodifiableMap(names);
  }
}
