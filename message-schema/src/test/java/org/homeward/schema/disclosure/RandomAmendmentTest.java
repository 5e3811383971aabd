package org.homeward.schema.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.schema.RandomFacts;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.FieldAudiences;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Place;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Any facts, any limits, any patch: what is hidden stays, and shows in no answer. */
class RandomAmendmentTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Set<String> CHILDREN =
      Set.of(
          "00000000-0000-4001-8000-000000000001",
          "00000000-0000-4002-8000-000000000002",
          "00000000-0000-4003-8000-000000000003");
  private static final Set<Audience> TEAM = EnumSet.of(Audience.CASE_TEAM);
  private static final Set<Audience> CONFIDANT = EnumSet.of(Audience.CASE_TEAM, Audience.CONFIDANT);

  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger limited = new AtomicInteger();

  /** A limit that hides a field from the author has no part in what a patch is answered. */
  @Test
  @Proves(6)
  void noAnswerToAPatchDependsOnAHiddenLimit() {
    for (Set<Audience> circles : List.of(TEAM, CONFIDANT)) {
      RandomFacts.times(600, random -> noAnswerDependsOnALimit(random, circles));
    }
    assertThat(limited.get()).isGreaterThan(100);
  }

  private void noAnswerDependsOnALimit(RandomFacts random, Set<Audience> circles) {
    Says full = lawful(random.says());
    ObjectNode json = SaysCodec.write(full);
    withoutHidden(json, FieldAudiences.OF_SAYS, full.audiences(), circles);
    int before = json.toString().length();
    withoutHiddenLimits(json, FieldAudiences.OF_SAYS, full.audiences(), circles);
    full.children()
        .forEach(
            (id, child) -> {
              ObjectNode facts = (ObjectNode) json.path("children").path(id);
              withoutHidden(facts, HiddenFields.PER_CHILD, child.audiences(), circles);
              withoutHiddenLimits(facts, HiddenFields.PER_CHILD, child.audiences(), circles);
            });
    if (json.toString().length() < before) {
      limited.incrementAndGet();
    }
    Says free = Binding.bind(Says.class, json);
    ObjectNode patch = random.patch(full, lawful(random.says()));
    assertThat(answer(patch, free, circles)).isEqualTo(answer(patch, full, circles));
  }

  /** The answer to the patch: violations, nothing to do, or done. */
  private static Object answer(ObjectNode patch, Says says, Set<Audience> circles) {
    try {
      return new Amendment(patch, circles).of(says, CHILDREN, NOW).isPresent();
    } catch (Invalid e) {
      return e.violations();
    }
  }

  private static void withoutHiddenLimits(
      ObjectNode json,
      FieldAudiences schema,
      Map<String, Set<Audience>> limits,
      Set<Audience> circles) {
    for (String field : limits.keySet()) {
      boolean hides = Collections.disjoint(HiddenFields.allowed(field, schema, limits), circles);
      if (hides && json.path("audiences") instanceof ObjectNode audiences) {
        audiences.remove(field);
      }
    }
  }

  @Test
  @Proves(6)
  void noPatchChangesOrWidensWhatItsAuthorMayNotSee() {
    for (Set<Audience> circles : List.of(TEAM, CONFIDANT)) {
      RandomFacts.times(600, random -> hiddenStays(random, circles));
    }
    assertThat(accepted.get()).isGreaterThan(300);
  }

  private void hiddenStays(RandomFacts random, Set<Audience> circles) {
    Says says = lawful(random.says());
    ObjectNode patch = random.patch(says, lawful(random.says()));
    try {
      new Amendment(patch, circles)
          .of(says, CHILDREN, NOW)
          .ifPresent(
              after -> {
                accepted.incrementAndGet();
                HiddenFields.assertStay(says, after, circles);
              });
    } catch (Invalid refused) {
      // Nothing changed.
    }
  }

  /** What is hidden has no part in the outcome. */
  @Test
  @Proves(6)
  void nothingThatTheAuthorGetsDependsOnAHiddenValue() {
    for (Set<Audience> circles : List.of(TEAM, CONFIDANT)) {
      RandomFacts.times(600, random -> nothingDepends(random, circles));
    }
  }

  private static void nothingDepends(RandomFacts random, Set<Audience> circles) {
    Says full = lawful(random.says());
    ObjectNode json = SaysCodec.write(full);
    withoutHidden(json, FieldAudiences.OF_SAYS, full.audiences(), circles);
    full.children()
        .forEach(
            (id, child) ->
                withoutHidden(
                    (ObjectNode) json.path("children").path(id),
                    HiddenFields.PER_CHILD,
                    child.audiences(),
                    circles));
    Says bare = Binding.bind(Says.class, json);
    ObjectNode patch = random.patch(full, lawful(random.says()));
    assertThat(outcome(patch, bare, circles)).isEqualTo(outcome(patch, full, circles));
  }

  private static Object outcome(ObjectNode patch, Says says, Set<Audience> circles) {
    try {
      return new Amendment(patch, circles)
          .of(says, CHILDREN, NOW)
          .map(after -> ReadablePart.of(after, circles).says());
    } catch (Invalid e) {
      return e.violations();
    }
  }

  private static void withoutHidden(
      ObjectNode json,
      FieldAudiences schema,
      Map<String, Set<Audience>> limits,
      Set<Audience> circles) {
    for (String field : HiddenFields.facts(schema)) {
      if (Collections.disjoint(HiddenFields.allowed(field, schema, limits), circles)) {
        json.remove(field);
        if (json.path("answers") instanceof ObjectNode answers) {
          answers.remove(field);
        }
      }
    }
  }

  /** Within the rules that a report must keep. */
  private static Says lawful(Says says) {
    Map<String, ChildFacts> children = new TreeMap<>(says.children());
    children.replaceAll(
        (id, child) ->
            child
                .with()
                .home(null)
                .audiences(smaller(child.audiences(), HiddenFields.PER_CHILD))
                .build());
    return says.with()
        .lastSeen(null)
        .destinations(List.of())
        .shelter(
            says.shelter() == null ? null : new Place("RS", null, "Niš", null, null, null, null))
        .children(children)
        .audiences(smaller(says.audiences(), FieldAudiences.OF_SAYS))
        .build();
  }

  private static Map<String, Set<Audience>> smaller(
      Map<String, Set<Audience>> limits, FieldAudiences schema) {
    Map<String, Set<Audience>> smaller = new TreeMap<>();
    limits.forEach(
        (field, limit) -> smaller.put(field, HiddenFields.allowed(field, schema, limits)));
    return smaller;
  }
}
