package org.homeward.intake.drafts;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.values.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what somebody has typed, whatever it is: half a date is one, and markup is text. Only its
 * place is checked.
 */
final class TypedText {

  private static final int MOST_PLACES = 400;
  private static final int LONGEST = 4_000;

  /** JSON pointers into the report that it will be. */
  private static final Pattern PLACE = Pattern.compile("(/[A-Za-z0-9-]{1,40}){1,8}");

  private static final Pattern FACT = Pattern.compile("/says/([A-Za-z]+)(/.*)?");

  private TypedText() {}

  /** By place; what is empty is not there. */
  static Map<String, String> read(Fields fields, String name) {
    ObjectNode given = fields.object(name);
    Map<String, String> typed = new TreeMap<>();
    if (given.size() > MOST_PLACES) {
      fields.wrong(name, "too-many");
      return typed;
    }
    int at = 0;
    for (Map.Entry<String, JsonNode> each : given.properties()) {
      String place = name + "/" + at++; // a pointer must not repeat what was sent
      if (!PLACE.matcher(each.getKey()).matches()) {
        fields.wrong(place, "wrong-form");
      } else if (!isForTheTeam(each.getKey())) {
        fields.wrong(place, "not-in-a-draft");
      } else if (!each.getValue().isString()) {
        fields.wrong(place, "wrong-type");
      } else if (each.getValue().stringValue().length() > LONGEST) {
        fields.wrong(place, "too-long");
      } else if (!each.getValue().stringValue().isEmpty()) {
        typed.put(each.getKey(), each.getValue().stringValue());
      }
    }
    return typed;
  }

  /** The whole team reads a draft, so what only a confidant may know has no place in it. */
  private static boolean isForTheTeam(String place) {
    Matcher fact = FACT.matcher(place);
    FieldAudiences field =
        fact.matches() ? FieldAudiences.OF_SAYS.fields().get(fact.group(1)) : null;
    return field == null || field.largest().contains(Audience.CASE_TEAM); // upholds 6
  }
}
