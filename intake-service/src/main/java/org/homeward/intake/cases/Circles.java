package org.homeward.intake.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.Violation;
import org.homeward.schema.facts.Audience;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.FieldAudiences;
import tools.jackson.databind.node.ObjectNode;

/** The circles inside the house that a caller belongs to. */
public final class Circles {

  private Circles() {}

  public static Set<Audience> of(Caller caller) {
    return caller.is(Role.CONFIDANT)
        ? EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT)
        : EnumSet.of(Audience.CASE_TEAM);
  }

  /** Fields that a patch would change although the caller may not read them. */
  public static List<Violation> beyond(Set<Audience> circles, ObjectNode patch, Says says) {
    List<Violation> beyond = new ArrayList<>();
    collect(circles, patch, FieldAudiences.OF_SAYS, says.audiences(), "/says", beyond);
    FieldAudiences each = FieldAudiences.OF_SAYS.field("children").each();
    if (each != null && patch.get("children") instanceof ObjectNode children) {
      children
          .properties()
          .forEach(
              child -> {
                ChildFacts known = says.children().getOrDefault(child.getKey(), ChildFacts.EMPTY);
                if (child.getValue() instanceof ObjectNode facts) {
                  String at = "/says/children/" + child.getKey();
                  collect(circles, facts, each, known.audiences(), at, beyond);
                }
              });
    }
    return beyond;
  }

  private static void collect(
      Set<Audience> circles,
      ObjectNode patch,
      FieldAudiences fields,
      Map<String, Set<Audience>> smaller,
      String pointer,
      List<Violation> beyond) {
    for (String name : patch.propertyNames()) {
      FieldAudiences field = fields.fields().get(name);
      if (field == null) {
        continue; // the schema refuses it
      }
      Set<Audience> may = smaller.getOrDefault(name, field.largest());
      if (Collections.disjoint(may, circles)) {
        beyond.add(new Violation(pointer + "/" + name, "not-yours"));
      }
    }
  }
}
