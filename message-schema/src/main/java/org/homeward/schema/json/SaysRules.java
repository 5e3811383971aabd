package org.homeward.schema.json;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.homeward.schema.codes.Regions;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.NumberRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rules across fields, which a schema cannot express; they answer in the same form. */
public final class SaysRules {

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final List<BiConsumer<Checked, Violations>> RULES =
      List.of(
          SaysRules::lastSeenIsNotInTheFuture,
          SaysRules::sightingsAreNotInTheFuture,
          SaysRules::policeWereNotToldInTheFuture,
          SaysRules::zoneIsKnown,
          SaysRules::nobodyIsBornAfterBeingSeen,
          SaysRules::rangesRise,
          SaysRules::aFieldHasAValueOrAnAnswer,
          SaysRules::audiencesOnlyShrink,
          SaysRules::pointsAreWhole,
          SaysRules::regionsLieInTheirCountry,
          (checked, found) -> ValueRules.check(checked.json, found));

  private SaysRules() {}

  /** Empty when all rules are kept. */
  public static List<Violation> check(Says says, Instant now) {
    Violations found = new Violations();
    Checked checked = new Checked(says, SaysCodec.write(says), now);
    RULES.forEach(rule -> rule.accept(checked, found));
    return found.found();
  }

  /**
   * Values that are kept as they were said, and that a person should look at; never a reason to
   * refuse.
   */
  public static List<Violation> warnings(JsonNode says) {
    Violations found = new Violations();
    ValueRules.warn(says, found);
    return found.found();
  }

  private static void lastSeenIsNotInTheFuture(Checked it, Violations found) {
    Instant at = it.lastSeenAt();
    found.unless(at == null || !it.isFuture(at), "in-future", "lastSeen", "at");
  }

  private static void sightingsAreNotInTheFuture(Checked it, Violations found) {
    for (int i = 0; i < it.says.sightings().size(); i++) {
      Instant at = it.says.sightings().get(i).at();
      found.unless(at == null || !it.isFuture(at), "in-future", "sightings", i, "at");
    }
  }

  private static void policeWereNotToldInTheFuture(Checked it, Violations found) {
    var told = it.says.policeTold();
    Instant at = told == null ? null : told.at();
    found.unless(at == null || !it.isFuture(at), "in-future", "policeTold", "at");
  }

  private static void zoneIsKnown(Checked it, Violations found) {
    var seen = it.says.lastSeen();
    String zone = seen == null ? null : seen.zone();
    boolean known = zone == null || ZoneId.getAvailableZoneIds().contains(zone);
    found.unless(known, "unknown-zone", "lastSeen", "zone");
    var reporter = it.says.reporter();
    var hours = reporter == null ? null : reporter.callBetween();
    String there = hours == null ? null : hours.zone();
    boolean isKnown = there == null || ZoneId.getAvailableZoneIds().contains(there);
    found.unless(isKnown, "unknown-zone", "reporter", "callBetween", "zone");
  }

  private static void nobodyIsBornAfterBeingSeen(Checked it, Violations found) {
    Instant seen = it.lastSeenAt();
    Instant latest = seen == null || it.isFuture(seen) ? it.now : seen;
    String rule = seen == null ? "in-future" : "born-after-last-seen";
    for (Map.Entry<String, ChildFacts> child : it.children()) {
      var born = child.getValue().born();
      boolean lawful = born == null || !born.isAfter(latest);
      found.unless(lawful, rule, "children", child.getKey(), "born");
    }
  }

  private static void rangesRise(Checked it, Violations found) {
    for (Map.Entry<String, ChildFacts> child : it.children()) {
      String id = child.getKey();
      found.unless(rises(child.getValue().ageYears()), "from-after-to", "children", id, "ageYears");
      found.unless(rises(child.getValue().heightCm()), "from-after-to", "children", id, "heightCm");
    }
  }

  private static boolean rises(@Nullable NumberRange range) {
    return range == null || range.from() <= range.to();
  }

  private static void aFieldHasAValueOrAnAnswer(Checked it, Violations found) {
    for (String field : it.says.answers().keySet()) {
      found.unless(!it.json.has(field), "answer-beside-value", "answers", field);
    }
    for (Map.Entry<String, ChildFacts> child : it.children()) {
      JsonNode values = it.json.path("children").path(child.getKey());
      for (String field : child.getValue().answers().keySet()) {
        found.unless(
            !values.has(field),
            "answer-beside-value",
            "children",
            child.getKey(),
            "answers",
            field);
      }
    }
  }

  private static void audiencesOnlyShrink(Checked it, Violations found) {
    FieldAudiences schema = FieldAudiences.OF_SAYS;
    for (Map.Entry<String, Set<Audience>> set : it.says.audiences().entrySet()) {
      boolean smaller = schema.field(set.getKey()).largest().containsAll(set.getValue());
      found.unless(smaller, "audience-too-large", "audiences", set.getKey());
    }
    FieldAudiences perChild = schema.field("children").each();
    for (Map.Entry<String, ChildFacts> child : it.children()) {
      for (Map.Entry<String, Set<Audience>> set : child.getValue().audiences().entrySet()) {
        boolean smaller =
            perChild != null && perChild.field(set.getKey()).largest().containsAll(set.getValue());
        found.unless(
            smaller, "audience-too-large", "children", child.getKey(), "audiences", set.getKey());
      }
    }
  }

  private static void pointsAreWhole(Checked it, Violations found) {
    Tree.visit(
        it.json,
        (path, node) -> {
          boolean whole = node.has("latitude") == node.has("longitude");
          found.unless(whole, "half-a-point", path.toArray());
        });
  }

  private static void regionsLieInTheirCountry(Checked it, Violations found) {
    Tree.visit(
        it.json,
        (path, node) -> {
          String region = node.path("region").asString("");
          if (!region.isEmpty()) {
            List<Object> at = new ArrayList<>(path);
            at.add("region");
            String own = region.substring(0, Math.min(2, region.length()));
            boolean there = node.path("country").asString(own).equals(own);
            found.unless(there, "of-another-country", at.toArray());
            found.unless(Regions.has(own, region), "unknown-region", at.toArray());
          }
        });
  }

  private record Checked(Says says, JsonNode json, Instant now) {

    boolean isFuture(Instant at) {
      return at.isAfter(now.plus(CLOCK_SKEW));
    }

    @Nullable Instant lastSeenAt() {
      return says.lastSeen() == null ? null : says.lastSeen().at();
    }

    Set<Map.Entry<String, ChildFacts>> children() {
      return says.children().entrySet();
    }
  }
}
