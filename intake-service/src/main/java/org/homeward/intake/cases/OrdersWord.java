package org.homeward.intake.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.intake.rulings.OrdersCheck;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.json.Json;

/** The word of police about orders, while it stands for the children as they are named now. */
public final class OrdersWord {

  private OrdersWord() {}

  /** For all children of the case, as the case team knows them. */
  public static Optional<OrdersCheck> ofTeam(Case live) {
    return live.rulings().ordersChecked(live.children().keySet(), named(live.reports()));
  }

  /** For these children, as readers outside the team know them: a held report shows nowhere. */
  static Optional<OrdersCheck> ofReaders(Case live, Set<String> children) {
    return live.rulings()
        .ordersChecked(
            children,
            named(live.reports().stream().filter(each -> !each.report().isHeld()).toList()));
  }

  /**
   * Digests of what police are asked about now. Each child has one, also one of whom no name is
   * known: an empty set is not stored, and would read as a word of an earlier build.
   */
  static Set<String> asked(Case now) {
    Set<String> asked = named(now.reports());
    now.children().keySet().forEach(id -> asked.add(digest(id, "")));
    return asked;
  }

  /** A digest of each name and birth date of each child: police look for orders by these. */
  private static Set<String> named(Collection<KeptReport> reports) {
    Set<String> named = new TreeSet<>();
    for (KeptReport report : reports) {
      report
          .report()
          .says()
          .children()
          .forEach((id, facts) -> identity(facts).forEach(each -> named.add(digest(id, each))));
    }
    return named;
  }

  private static Stream<Object> identity(ChildFacts facts) {
    return Stream.concat(facts.names().stream(), Stream.ofNullable(facts.born()));
  }

  private static String digest(String child, Object value) {
    return Hashes.of((child + ' ' + Json.mapper().writeValueAsString(value)).getBytes(UTF_8));
  }
}
