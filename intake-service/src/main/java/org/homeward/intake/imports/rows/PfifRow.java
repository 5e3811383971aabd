package org.homeward.intake.imports.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.codes.Regions;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.ChildFactsBuilder;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.Reporter;
import org.homeward.schema.people.Sex;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.values.Answer;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.homeward.schema.values.PartialDate;
import org.homeward.schema.values.Place;
import org.jspecify.annotations.Nullable;

/** Says of one record of PFIF 1.4 what it means. */
final class PfifRow {

  static final String PERSON_ID = "person_record_id";

  static final Set<String> PERSON_FIELDS =
      Set.of(
          PERSON_ID,
          "entry_date",
          "expiry_date",
          "author_name",
          "author_email",
          "author_phone",
          "source_name",
          "source_date",
          "source_url",
          "full_name",
          "given_name",
          "family_name",
          "alternate_names",
          "description",
          "sex",
          "date_of_birth",
          "age",
          "home_street",
          "home_neighborhood",
          "home_city",
          "home_state",
          "home_postal_code",
          "home_country",
          "photo_url",
          "profile_urls");

  static final Set<String> NOTE_FIELDS = PfifNote.FIELDS;

  /** What is left of a record when its source has deleted it. */
  private static final Set<String> OF_A_PLACEHOLDER =
      Set.of(PERSON_ID, "entry_date", "expiry_date", "source_date", "full_name");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "born", "date_of_birth",
          "names", "full_name",
          "ageYears", "age",
          "home", "home_city",
          "circumstances", "description",
          "reporter", "author_name",
          "sightings", "notes");

  private static final Pattern AGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
  private static final int OLDEST = 99;
  private static final int LINE = 200;
  private static final int MOST_NAMES = 20;

  private final SourceRow row;
  private final RowSheet sheet;
  private final PfifForms forms;
  private final Instant now;
  private final ChildFactsBuilder child = ChildFacts.builder();

  private PfifRow(SourceRow row, Instant now) {
    this.row = row;
    this.sheet = new RowSheet(row);
    this.forms = new PfifForms(sheet);
    this.now = now;
  }

  static RowOutcome judge(SourceRow row, Instant now) {
    var judged = new PfifRow(row, now);
    return row.fields().isEmpty() && !row.notes().isEmpty() ? judged.noteAlone() : judged.person();
  }

  /** It adds to a person who came before. */
  private RowOutcome noteAlone() {
    PfifNote note = new PfifNote(row.notes().getFirst(), "/notes/1", sheet, forms);
    GradedSighting sighting = note.sighting();
    String person = note.person();
    if (person == null) {
      sheet.wrong("/notes/1/" + PERSON_ID, "required");
    }
    RecordKey key =
        person == null
            ? null
            : RecordKey.of(person, "note:" + note.id() + ":" + note.version(), row);
    Says rest =
        Says.builder()
            .sightings(sighting == null ? List.of() : List.of(sighting))
            .notes(sheet.kept())
            .build();
    return sheet.outcome(key, new RowFacts(ChildFacts.EMPTY, rest), true, COLUMNS, now);
  }

  private RowOutcome person() {
    RecordKey key = key();
    Optional<Instant> expires = forms.time(row.fields(), "", "expiry_date", false);
    if (key != null && row.faults().isEmpty() && isDeleted(expires)) {
      return sheet.hasNothingWrong()
          ? new RowOutcome.Deletion(key)
          : sheet.outcome(key, RowFacts.NONE, false, COLUMNS, now);
    }
    names();
    looks();
    home();
    List<GradedSighting> sightings = new ArrayList<>();
    for (int i = 0; i < row.notes().size(); i++) {
      var note = new PfifNote(row.notes().get(i), "/notes/" + (i + 1), sheet, forms);
      note.checkPerson(row.text(PERSON_ID));
      Optional.ofNullable(note.sighting()).ifPresent(sightings::add);
    }
    Reporter reporter = reporter();
    for (String field :
        List.of("source_name", "source_url", "source_date", "photo_url", "profile_urls")) {
      sheet.keep(field, row.text(field));
    }
    Says rest =
        Says.builder()
            .circumstances(sheet.text("/description", row.text("description")))
            .sightings(sightings)
            .reporter(reporter)
            .notes(sheet.kept())
            .build();
    return sheet.outcome(key, new RowFacts(child.build(), rest), false, COLUMNS, now);
  }

  private @Nullable RecordKey key() {
    String id = forms.record(row.fields(), "", PERSON_ID, true);
    Optional<Instant> source = forms.time(row.fields(), "", "source_date", true);
    Optional<Instant> entry = forms.time(row.fields(), "", "entry_date", false);
    Optional<Instant> written = entry.or(() -> source);
    if (id == null || written.isEmpty()) {
      return null;
    }
    RowDates.checkWritten(
        sheet, entry.isPresent() ? "/entry_date" : "/source_date", written.get(), now);
    return RecordKey.of(id, written.get().toString(), row);
  }

  private boolean isDeleted(Optional<Instant> expires) {
    if (expires.isEmpty()) {
      return false;
    }
    boolean isPlaceholder =
        row.notes().isEmpty()
            && row.text("full_name") == null
            && OF_A_PLACEHOLDER.containsAll(row.fields().keySet());
    return isPlaceholder || !expires.get().isAfter(now);
  }

  /** In every line another form of the name; letters stay as they came. */
  private void names() {
    if (!row.fields().containsKey("full_name")) {
      sheet.wrong("/full_name", "required");
      return;
    }
    List<PersonName> names = new ArrayList<>();
    List<String> full = lines("full_name");
    for (int i = 0; i < full.size(); i++) {
      boolean first = i == 0;
      add(
          names,
          full.get(i),
          first ? row.text("given_name") : null,
          first ? row.text("family_name") : null,
          NameKind.NATIVE,
          "/full_name");
    }
    if (full.isEmpty()) {
      Stream.of("given_name", "family_name").forEach(field -> sheet.keep(field, row.text(field)));
    }
    lines("alternate_names")
        .forEach(name -> add(names, name, null, null, NameKind.ALIAS, "/alternate_names"));
    if (names.size() > MOST_NAMES) {
      sheet.wrong("/alternate_names", "too-many");
      return;
    }
    child.names(names);
    if (names.isEmpty()) {
      child.answers(new TreeMap<>(Map.of("names", Answer.UNKNOWN)));
    }
  }

  private void add(
      List<PersonName> names,
      String full,
      @Nullable String given,
      @Nullable String family,
      NameKind kind,
      String pointer) {
    PersonName name = RowNames.named(full, given, family, kind);
    if (name == null) {
      sheet.wrong(pointer, "wrong-form");
    } else if (!RowNames.isUnknown(full)) {
      names.add(name);
      if (full.indexOf('<') >= 0) {
        sheet.remark(pointer, "markup");
      }
      RowNames.damage(full)
          .ifPresent(
              damage ->
                  sheet.ask(pointer, "damaged-letters", damage.choices().toArray(String[]::new)));
    }
  }

  private List<String> lines(String field) {
    String value = row.text(field);
    return value == null
        ? List.of()
        : value.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private void looks() {
    String sex = row.text("sex");
    if (sex != null) {
      switch (sex) {
        case "female" -> child.sex(Code.of(Sex.FEMALE));
        case "male" -> child.sex(Code.of(Sex.MALE));
        case "other" -> child.sex(Code.of(Sex.OTHER));
        default -> sheet.wrong("/sex", "unknown-code");
      }
    }
    String born = row.text("date_of_birth");
    if (born != null) {
      born(born);
    }
    String age = row.text("age");
    if (age != null) {
      age(age);
    }
  }

  private void born(String value) {
    try {
      PartialDate date = PartialDate.parse(value);
      child.born(date);
    } catch (IllegalArgumentException e) {
      sheet.wrong("/date_of_birth", "wrong-form");
    }
  }

  private void age(String value) {
    Matcher age = AGE.matcher(value);
    if (!age.matches()) {
      sheet.wrong("/age", "wrong-form");
      return;
    }
    int from = Integer.parseInt(age.group(1));
    int to = age.group(2) == null ? from : Integer.parseInt(age.group(2));
    if (from > OLDEST || to > OLDEST) {
      sheet.keep("age", value);
      sheet.remark("/age", "not-a-child");
    } else {
      child.ageYears(new NumberRange(from, to));
    }
  }

  private void home() {
    String country = row.text("home_country");
    if (country != null && !Countries.has(country)) {
      sheet.wrong("/home_country", "unknown-country");
      return;
    }
    String state = row.text("home_state");
    boolean isRegion = country != null && state != null && Regions.has(country, state);
    if (!isRegion) {
      sheet.keep("home_state", state);
    }
    String city = row.text("home_city");
    String rest =
        Stream.of("home_street", "home_neighborhood", "home_postal_code")
            .map(row::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    var place =
        new Place(
            country,
            isRegion ? state : null,
            line("home_city", city),
            line("home_street", rest.isEmpty() ? null : rest),
            null,
            null,
            null);
    if (!place.equals(new Place(null, null, null, null, null, null, null))) {
      child.home(place);
    }
  }

  /** One line of it; what is longer is kept as it came. */
  private @Nullable String line(String field, @Nullable String value) {
    boolean fits = value == null || (value.length() <= LINE && !RowSheet.hasControls(value));
    if (!fits) {
      sheet.keep(field, value);
    }
    return fits ? value : null;
  }

  /** Who wrote the record; the address and a number of one country are kept as words. */
  private @Nullable Reporter reporter() {
    String phone = forms.phone(row.fields(), "", "author_phone");
    String mail = forms.email(row.fields(), "", "author_email");
    sheet.keep("author_email", mail);
    Optional<PhoneNumber> number =
        phone == null ? Optional.<PhoneNumber>empty() : CsvRow.phone(phone);
    if (number.isEmpty()) {
      sheet.keep("author_phone", phone);
    }
    String author = row.text("author_name");
    PersonName name = author == null ? null : RowNames.named(author, null, null, NameKind.NATIVE);
    if (name == null) {
      sheet.keep("author_name", author);
    }
    return name == null && number.isEmpty()
        ? null
        : new Reporter(null, name, number.orElse(null), null, null);
  }
}
