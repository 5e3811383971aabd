package org.homeward.schema.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.people.Companion;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one report about an episode and its children.
 *
 * @param feared who has harmed the child or may; the case team alone knows, for it may be the
 *     police
 * @param sightings graded tips; those of all reports stand beside each other
 * @param childWords the child's words to a counsellor, for confidants only
 * @param shelter where the child is hidden, sealed
 * @param children facts by child id
 * @param answers field to UNKNOWN or REFUSED; a field has a value or an answer, never both
 * @param audiences field to those who may know it; only ever smaller than the schema's set
 */
public record Says(
    @Nullable Code<Category> category,
    @Nullable Risk risk,
    @Nullable LastSeen lastSeen,
    @Nullable Text circumstances,
    List<Companion> companions,
    @Nullable Vehicle vehicle,
    List<Place> destinations,
    List<GradedSighting> sightings,
    @Nullable PoliceRecord policeTold,
    List<Code<CourtOrder>> courtOrders,
    List<Code<PoliceWarning>> warnings,
    List<Code<Feared>> feared,
    @Nullable Reporter reporter,
    @Nullable Text childWords,
    @Nullable Place shelter,
    @Nullable Text notes,
    Map<String, ChildFacts> children,
    Map<String, Answer> answers,
    Map<String, Set<Audience>> audiences) {

  public static final Says EMPTY =
      new Says(
          null, null, null, null, List.of(), null, List.of(), List.of(), null, List.of(), List.of(),
          List.of(), null, null, null, null, Map.of(), Map.of(), Map.of());

  public Says {
    companions = Copies.list(companions);
    destinations = Copies.list(destinations);
    sightings = Copies.list(sightings);
    courtOrders = Copies.list(courtOrders);
    warnings = Copies.list(warnings);
    feared = Copies.list(feared);
    children = Copies.map(children);
    answers = Copies.map(answers);
    audiences = Copies.audiences(audiences);
  }

  /** Starts with nothing said. */
  public static SaysBuilder builder() {
    return new SaysBuilder(EMPTY);
  }

  /** Starts with what is said here. */
  public SaysBuilder with() {
    return new SaysBuilder(this);
  }

  public boolean isEmpty() {
    return equals(EMPTY);
  }

  @Override
  public String toString() {
    return "Says[redacted]";
  }
}
