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
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** Builds {@link Says} fact by fact. */
public final class SaysBuilder {

  private @Nullable Code<Category> category;
  private @Nullable Risk risk;
  private @Nullable LastSeen lastSeen;
  private @Nullable Text circumstances;
  private List<Companion> companions;
  private @Nullable Vehicle vehicle;
  private List<Place> destinations;
  private List<GradedSighting> sightings;
  private @Nullable PoliceRecord policeTold;
  private List<Code<CourtOrder>> courtOrders;
  private List<Code<PoliceWarning>> warnings;
  private List<Code<Feared>> feared;
  private @Nullable Reporter reporter;
  private @Nullable Text childWords;
  private @Nullable Place shelter;
  private @Nullable Text notes;
  private Map<String, ChildFacts> children;
  private Map<String, Answer> answers;
  private Map<String, Set<Audience>> audiences;

  SaysBuilder(Says from) {
    category = from.category();
    risk = from.risk();
    lastSeen = from.lastSeen();
    circumstances = from.circumstances();
    companions = from.companions();
    vehicle = from.vehicle();
    destinations = from.destinations();
    sightings = from.sightings();
    policeTold = from.policeTold();
    courtOrders = from.courtOrders();
    warnings = from.warnings();
    feared = from.feared();
    reporter = from.reporter();
    childWords = from.childWords();
    shelter = from.shelter();
    notes = from.notes();
    children = from.children();
    answers = from.answers();
    audiences = from.audiences();
  }

  public SaysBuilder category(@Nullable Code<Category> category) {
    this.category = category;
    return this;
  }

  public SaysBuilder risk(@Nullable Risk risk) {
    this.risk = risk;
    return this;
  }

  public SaysBuilder lastSeen(@Nullable LastSeen lastSeen) {
    this.lastSeen = lastSeen;
    return this;
  }

  public SaysBuilder circumstances(@Nullable Text circumstances) {
    this.circumstances = circumstances;
    return this;
  }

  public SaysBuilder companions(List<Companion> companions) {
    this.companions = companions;
    return this;
  }

  public SaysBuilder vehicle(@Nullable Vehicle vehicle) {
    this.vehicle = vehicle;
    return this;
  }

  public SaysBuilder destinations(List<Place> destinations) {
    this.destinations = destinations;
    return this;
  }

  public SaysBuilder sightings(List<GradedSighting> sightings) {
    this.sightings = sightings;
    return this;
  }

  public SaysBuilder policeTold(@Nullable PoliceRecord policeTold) {
    this.policeTold = policeTold;
    return this;
  }

  public SaysBuilder courtOrders(List<Code<CourtOrder>> courtOrders) {
    this.courtOrders = courtOrders;
    return this;
  }

  public SaysBuilder warnings(List<Code<PoliceWarning>> warnings) {
    this.warnings = warnings;
    return this;
  }

  public SaysBuilder feared(List<Code<Feared>> feared) {
    this.feared = feared;
    return this;
  }

  public SaysBuilder reporter(@Nullable Reporter reporter) {
    this.reporter = reporter;
    return this;
  }

  public SaysBuilder childWords(@Nullable Text childWords) {
    this.childWords = childWords;
    return this;
  }

  public SaysBuilder shelter(@Nullable Place shelter) {
    this.shelter = shelter;
    return this;
  }

  public SaysBuilder notes(@Nullable Text notes) {
    this.notes = notes;
    return this;
  }

  public SaysBuilder children(Map<String, ChildFacts> children) {
    this.children = children;
    return this;
  }

  public SaysBuilder answers(Map<String, Answer> answers) {
    this.answers = answers;
    return this;
  }

  public SaysBuilder audiences(Map<String, Set<Audience>> audiences) {
    this.audiences = audiences;
    return this;
  }

  public Says build() {
    return new Says(
        category,
        risk,
        lastSeen,
        circumstances,
        companions,
        vehicle,
        destinations,
        sightings,
        policeTold,
        courtOrders,
        warnings,
        feared,
        reporter,
        childWords,
        shelter,
        notes,
        children,
        answers,
        audiences);
  }
}
