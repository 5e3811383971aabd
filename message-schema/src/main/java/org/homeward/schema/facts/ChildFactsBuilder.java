package org.homeward.schema.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.people.Clothing;
import org.homeward.schema.people.EyeColour;
import org.homeward.schema.people.HairColour;
import org.homeward.schema.people.Handle;
import org.homeward.schema.people.Mark;
import org.homeward.schema.people.Medical;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Sex;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Audience;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** Builds {@link ChildFacts} fact by fact. */
public final class ChildFactsBuilder {

  private List<PersonName> names;
  private @Nullable PartialDate born;
  private @Nullable NumberRange ageYears;
  private @Nullable Code<Sex> sex;
  private List<String> nationalities;
  private List<String> languages;
  private @Nullable NumberRange heightCm;
  private @Nullable Code<HairColour> hair;
  private @Nullable Code<EyeColour> eyes;
  private List<Mark> marks;
  private List<Clothing> clothing;
  private @Nullable Medical medical;
  private @Nullable Boolean selfHarmRisk;
  private @Nullable Place home;
  private @Nullable Text school;
  private List<PhoneNumber> phones;
  private List<Handle> handles;
  private List<Code<ExploitationForm>> exploitation;
  private @Nullable Boolean sleepingRough;
  private Map<String, Answer> answers;
  private Map<String, Set<Audience>> audiences;

  ChildFactsBuilder(ChildFacts from) {
    names = from.names();
    born = from.born();
    ageYears = from.ageYears();
    sex = from.sex();
    nationalities = from.nationalities();
    languages = from.languages();
    heightCm = from.heightCm();
    hair = from.hair();
    eyes = from.eyes();
    marks = from.marks();
    clothing = from.clothing();
    medical = from.medical();
    selfHarmRisk = from.selfHarmRisk();
    home = from.home();
    school = from.school();
    phones = from.phones();
    handles = from.handles();
    exploitation = from.exploitation();
    sleepingRough = from.sleepingRough();
    answers = from.answers();
    audiences = from.audiences();
  }

  public ChildFactsBuilder names(List<PersonName> names) {
    this.names = names;
    return this;
  }

  public ChildFactsBuilder born(@Nullable PartialDate born) {
    this.born = born;
    return this;
  }

  public ChildFactsBuilder ageYears(@Nullable NumberRange ageYears) {
    this.ageYears = ageYears;
    return this;
  }

  public ChildFactsBuilder sex(@Nullable Code<Sex> sex) {
    this.sex = sex;
    return this;
  }

  public ChildFactsBuilder nationalities(List<String> nationalities) {
    this.nationalities = nationalities;
    return this;
  }

  public ChildFactsBuilder languages(List<String> languages) {
    this.languages = languages;
    return this;
  }

  public ChildFactsBuilder heightCm(@Nullable NumberRange heightCm) {
    this.heightCm = heightCm;
    return this;
  }

  public ChildFactsBuilder hair(@Nullable Code<HairColour> hair) {
    this.hair = hair;
    return this;
  }

  public ChildFactsBuilder eyes(@Nullable Code<EyeColour> eyes) {
    this.eyes = eyes;
    return this;
  }

  public ChildFactsBuilder marks(List<Mark> marks) {
    this.marks = marks;
    return this;
  }

  public ChildFactsBuilder clothing(List<Clothing> clothing) {
    this.clothing = clothing;
    return this;
  }

  public ChildFactsBuilder medical(@Nullable Medical medical) {
    this.medical = medical;
    return this;
  }

  public ChildFactsBuilder selfHarmRisk(@Nullable Boolean selfHarmRisk) {
    this.selfHarmRisk = selfHarmRisk;
    return this;
  }

  public ChildFactsBuilder home(@Nullable Place home) {
    this.home = home;
    return this;
  }

  public ChildFactsBuilder school(@Nullable Text school) {
    this.school = school;
    return this;
  }

  public ChildFactsBuilder phones(List<PhoneNumber> phones) {
    this.phones = phones;
    return this;
  }

  public ChildFactsBuilder handles(List<Handle> handles) {
    this.handles = handles;
    return this;
  }

  public ChildFactsBuilder exploitation(List<Code<ExploitationForm>> exploitation) {
    this.exploitation = exploitation;
    return this;
  }

  public ChildFactsBuilder sleepingRough(@Nullable Boolean sleepingRough) {
    this.sleepingRough = sleepingRough;
    return this;
  }

  public ChildFactsBuilder answers(Map<String, Answer> answers) {
    this.answers = answers;
    return this;
  }

  public ChildFactsBuilder audiences(Map<String, Set<Audience>> audiences) {
    this.audiences = audiences;
    return this;
  }

  public ChildFacts build() {
    return new ChildFacts(
        names,
        born,
        ageYears,
        sex,
        nationalities,
        languages,
        heightCm,
        hair,
        eyes,
        marks,
        clothing,
        medical,
        selfHarmRisk,
        home,
        school,
        phones,
        handles,
        exploitation,
        sleepingRough,
        answers,
        audiences);
  }
}
