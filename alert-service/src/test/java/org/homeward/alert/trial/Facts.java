package org.homeward.alert.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.Clothing;
import org.homeward.schema.people.Colour;
import org.homeward.schema.people.Garment;
import org.homeward.schema.people.Medical;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.Sex;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;

/** What invented people say about invented children. */
public final class Facts {

  /** Planted where names belong, and looked for where they do not. */
  public static final String NAME = "Žarko Plantić-Ψηφίδα";

  /** Planted in what the police may not read. */
  public static final String SECRET = "the-word-behind-the-curtain";

  private Facts() {}

  public static PersonName name(String full) {
    return new PersonName(full, null, null, "Latn", Code.of(NameKind.NATIVE));
  }

  public static ChildFacts boy(String name, int age) {
    return ChildFacts.builder()
        .names(List.of(name(name)))
        .ageYears(new NumberRange(age, age))
        .sex(Code.of(Sex.MALE))
        .clothing(
            List.of(
                new Clothing(
                    Code.of(Garment.JACKET),
                    Code.of(Colour.RED),
                    new Text("en", "torn sleeve, of " + name))))
        .medical(new Medical(null, new Text("en", "insulin"), 6))
        .build();
  }

  public static Says says(String child, ChildFacts facts) {
    return Says.builder()
        .risk(Risk.of(RiskLevel.HIGH, RiskCriterion.UNDER_13))
        .lastSeen(
            new LastSeen(
                Instant.parse("2026-03-01T11:15:00Z"),
                15,
                "Europe/Belgrade",
                Place.of("RS", "Novi Sad")))
        .warnings(List.of(Code.of(PoliceWarning.DO_NOT_TELL_REPORTER)))
        .children(Map.of(child, facts))
        .build();
  }

  /** What somebody says to have seen at the bus station. */
  public static GradedSighting sighting(String at) {
    return new GradedSighting(
        Instant.parse(at),
        15,
        new Place(null, null, null, "bus station", null, null, null),
        null,
        null,
        new Text("en", "in a red jacket"),
        Code.of(SourceGrade.B),
        Code.of(InformationGrade.PROBABLE));
  }

  /** The same, with a circumstance that is limited to partners. */
  public static Says withRestricted(Says says) {
    return says.with()
        .circumstances(new Text("en", SECRET))
        .audiences(Map.of("circumstances", Set.of(Audience.CASE_TEAM)))
        .build();
  }
}
