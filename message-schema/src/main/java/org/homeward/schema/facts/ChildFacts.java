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
import org.homeward.schema.values.Copies;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one report about one child.
 *
 * @param nationalities ISO 3166-1 alpha-2
 * @param languages BCP 47
 * @param answers field to UNKNOWN or REFUSED; a field has a value or an answer, never both
 * @param audiences field to those who may know it; only ever smaller than the schema's set
 */
public record ChildFacts(
    List<PersonName> names,
    @Nullable PartialDate born,
    @Nullable NumberRange ageYears,
    @Nullable Code<Sex> sex,
    List<String> nationalities,
    List<String> languages,
    @Nullable NumberRange heightCm,
    @Nullable Code<HairColour> hair,
    @Nullable Code<EyeColour> eyes,
    List<Mark> marks,
    List<Clothing> clothing,
    @Nullable Medical medical,
    @Nullable Boolean selfHarmRisk,
    @Nullable Place home,
    @Nullable Text school,
    List<PhoneNumber> phones,
    List<Handle> handles,
    List<Code<ExploitationForm>> exploitation,
    @Nullable Boolean sleepingRough,
    Map<String, Answer> answers,
    Map<String, Set<Audience>> audiences) {

  public static final ChildFacts EMPTY =
      new ChildFacts(
          List.of(), null, null, null, List.of(), List.of(), null, null, null, List.of(), List.of(),
          null, null, null, null, List.of(), List.of(), List.of(), null, Map.of(), Map.of());

  public ChildFacts {
    names = Copies.list(names);
    nationalities = Copies.list(nationalities);
    languages = Copies.list(languages);
    marks = Copies.list(marks);
    clothing = Copies.list(clothing);
    phones = Copies.list(phones);
    handles = Copies.list(handles);
    exploitation = Copies.list(exploitation);
    answers = Copies.map(answers);
    audiences = Copies.audiences(audiences);
  }

  /** Starts with nothing said. */
  public static ChildFactsBuilder builder() {
    return new ChildFactsBuilder(EMPTY);
  }

  /** Starts with what is said here. */
  public ChildFactsBuilder with() {
    return new ChildFactsBuilder(this);
  }

  public boolean isEmpty() {
    return equals(EMPTY);
  }

  @Override
  public String toString() {
    return "ChildFacts[redacted]";
  }
}
