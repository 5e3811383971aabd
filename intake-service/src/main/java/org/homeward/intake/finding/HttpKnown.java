package org.homeward.intake.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.episodes.HttpChild;
import org.homeward.intake.matching.Compared;
import org.homeward.intake.matching.Field;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Companion;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.NumberRange;
import org.jspecify.annotations.Nullable;

/** A child who is known here, with what says so field by field. */
final class HttpKnown {

  private HttpKnown() {}

  static Map<String, Object> of(FindChildren.Known known) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("child", known.child());
    json.put("verdict", known.likeness().verdict());
    json.put("weight", known.likeness().weight());
    json.put("fields", known.likeness().fields().stream().map(each -> field(known, each)).toList());
    json.put("case", HttpAnswers.line(known.view()));
    json.put("episodes", known.others().stream().map(HttpChild::episode).toList());
    return json;
  }

  private static Map<String, Object> field(FindChildren.Known known, Compared compared) {
    Says facts = known.view().facts();
    ChildFacts child = facts.children().getOrDefault(known.child(), ChildFacts.EMPTY);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("field", compared.field());
    json.put("level", compared.level());
    json.put("weight", compared.weight());
    json.put("ours", texts(compared.field(), facts, child));
    json.put("theirs", texts(compared.field(), known.said(), known.asked()));
    return json;
  }

  /** Numbers are never listed: the answer says only whether one is the same. */
  private static List<String> texts(Field field, Says says, ChildFacts child) {
    return switch (field) {
      case NAME -> child.names().stream().map(PersonName::full).toList();
      case BORN -> born(child);
      case SEX -> child.sex() == null ? List.of() : List.of(child.sex().text());
      case NUMBER -> List.of();
      case MARK -> child.marks().stream().map(mark -> mark.kind().text()).distinct().toList();
      case COMPANION ->
          says.companions().stream()
              .map(Companion::name)
              .filter(Objects::nonNull)
              .map(PersonName::full)
              .toList();
      case VEHICLE ->
          says.vehicle() == null ? List.of() : Stream.ofNullable(says.vehicle().plate()).toList();
      case LANGUAGE -> child.languages();
      case HAIR -> child.hair() == null ? List.of() : List.of(child.hair().text());
      case EYES -> child.eyes() == null ? List.of() : List.of(child.eyes().text());
      case HEIGHT -> child.heightCm() == null ? List.of() : List.of(range(child.heightCm()));
      case PLACE -> town(says.lastSeen());
    };
  }

  private static List<String> born(ChildFacts child) {
    if (child.born() != null) {
      return List.of(child.born().text());
    }
    return child.ageYears() == null ? List.of() : List.of(range(child.ageYears()));
  }

  private static String range(NumberRange range) {
    return range.from() == range.to() ? "" + range.from() : range.from() + "-" + range.to();
  }

  private static List<String> town(@Nullable LastSeen seen) {
    if (seen == null || seen.place() == null) {
      return List.of();
    }
    String town = seen.place().locality();
    return town == null ? List.of() : List.of(town);
  }
}
