package org.homeward.intake.reopening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.cases.Case;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;

/**
 * What a new episode knows from the one before: who the child is, and what protects it. Only what
 * the whole team may read is carried; what was confided or sealed stays where it was said.
 */
final class CarriedFacts {

  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);

  private CarriedFacts() {}

  /**
   * The facts of the first report of the new episode.
   *
   * @param child of the old case
   * @param again the id of the same child in the new one
   * @param said by the caller now
   */
  static Says of(Case old, String child, String again, Says said) {
    Says before = ReadablePart.of(old.facts(), TEAM).says(); // upholds 6
    ChildFacts known = before.children().getOrDefault(child, ChildFacts.EMPTY);
    Map<String, Answer> answers = new HashMap<>(said.answers());
    var feared = both(said.feared(), before.feared());
    var warnings = both(said.warnings(), before.warnings());
    var orders = both(said.courtOrders(), before.courtOrders());
    if (!feared.isEmpty()) answers.remove("feared");
    if (!warnings.isEmpty()) answers.remove("warnings");
    if (!orders.isEmpty()) answers.remove("courtOrders");
    return said.with()
        .feared(feared)
        .warnings(warnings)
        .courtOrders(orders)
        .answers(answers)
        .children(Map.of(again, lasting(known)))
        .build();
  }

  /** What it wore and where it slept was true of the other time. */
  private static ChildFacts lasting(ChildFacts known) {
    Map<String, Set<Audience>> audiences = new HashMap<>(known.audiences());
    audiences.keySet().removeAll(List.of("clothing", "sleepingRough"));
    return known.with().clothing(List.of()).sleepingRough(null).audiences(audiences).build();
  }

  private static <T> List<T> both(List<T> said, List<T> before) {
    List<T> all = new ArrayList<>(said);
    before.stream().filter(each -> !said.contains(each)).forEach(all::add);
    return all;
  }
}
