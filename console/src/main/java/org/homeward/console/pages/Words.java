package org.homeward.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.schema.vocabulary.Vocabulary;

/** The words of one language, as pages say them. */
public final class Words {

  /** The names under which services write what nobody asked for. */
  private static final Set<String> SERVICES = Set.of("intake", "alert", "bridge");

  private static final String PARTNER = "partner";

  private final Language language;
  private final Map<String, String> words;
  private final ZoneId zone;
  private final Vocabulary vocabulary;
  private final Colleagues colleagues;

  public Words(Language language, Map<String, String> words, ZoneId zone, Colleagues colleagues) {
    this.language = language;
    this.words = words;
    this.zone = zone;
    this.vocabulary = Vocabulary.in(language.tag()).orElseThrow();
    this.colleagues = colleagues;
  }

  public Language language() {
    return language;
  }

  public ZoneId zone() {
    return zone;
  }

  /** A sentence; {@code {0}} and so on stand for the values. */
  public String say(String key, Object... values) {
    return find(key, values).orElseThrow(() -> new MissingWord(language, key));
  }

  /** The language of texts that the hotline writes for this reader. */
  public String writtenIn() {
    return (language == Language.SERBIAN_CYRILLIC ? Language.SERBIAN : language).tag();
  }

  /** Such a text in the reader's letters. */
  public String letters(String written) {
    return language == Language.SERBIAN_CYRILLIC ? SerbianLetters.cyrillic(written) : written;
  }

  /** Whether there is such a sentence; hints are not everywhere. */
  public boolean has(String key) {
    return words.containsKey(key);
  }

  /** The same for a number, which is {@code {0}}: the key has a form for one, few and others. */
  public String count(String key, long number) {
    return say(key + "." + language.form(number), number);
  }

  /** A language by its name; a tag that names none as it is. */
  public String languageName(String tag) {
    Locale named = Locale.forLanguageTag(tag);
    return named.getLanguage().isEmpty() ? tag : named.getDisplayName(language.locale());
  }

  /**
   * The word for a coded value; a code that this release does not know stands for itself.
   *
   * @param list of the schema, as {@code HairColour}, or a list of the pages' own
   */
  public String code(String list, String code) {
    return find("code." + list + "." + code)
        .or(() -> vocabulary.word(list, code).map(word -> begun(word.text())))
        .orElse(code);
  }

  /** The same within a sentence. */
  public String codeInText(String list, String code) {
    return find("code." + list + "." + code)
        .or(() -> vocabulary.word(list, code).map(Vocabulary.Word::text))
        .orElse(code);
  }

  /** With a capital, because it stands alone. */
  private String begun(String word) {
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(language.locale()) + word.substring(first);
  }

  /**
   * Names the person who did something where the name is known: ids say nothing to a reader.
   *
   * @param id of that person, or the service that did it by itself; empty when nobody is named
   * @param reader id of the person at the browser
   */
  public String person(String id, String reader) {
    if (id.isEmpty()) {
      return "";
    }
    if (SERVICES.contains(id)) {
      return say("person.node");
    }
    if (id.equals(PARTNER)) {
      return say("person.partner");
    }
    return id.equals(reader)
        ? say("person.you")
        : colleagues.name(id).orElseGet(() -> say("person.colleague"));
  }

  /** The same of somebody who is not the reader. */
  public String colleague(String id) {
    return person(id, "");
  }

  /** Whether the reader may know this person by name, and it is known. */
  public boolean hasName(String id) {
    return colleagues.name(id).isPresent();
  }

  /** The advice about a problem of the API, by its type. */
  public String problem(String type) {
    return find("problem." + type).orElseGet(() -> say("problem.other", type));
  }

  /** The message about one field, by the rule that it breaks. */
  public String rule(String rule) {
    return find("rule." + rule).orElseGet(() -> say("rule.other", rule));
  }

  /** The same for a field of one kind, where there is more to say about that. */
  public String rule(String rule, String kind) {
    return find("rule." + rule + "." + kind).orElseGet(() -> rule(rule));
  }

  private Optional<String> find(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      return Optional.empty();
    }
    String said = text;
    for (int i = 0; i < values.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return Optional.of(said);
  }

  /** Hours and minutes. */
  public String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(at.atZone(zone));
  }

  /** Day and time; the day only when it is not today. */
  public String when(Instant at, Instant now) {
    ZonedDateTime there = at.atZone(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (there.toLocalDate().equals(today)) {
      return clock(at);
    }
    boolean isSerbian = language == Language.SERBIAN || language == Language.SERBIAN_CYRILLIC;
    String day = isSerbian ? "d. MMM" : "d MMM";
    String pattern = there.getYear() == today.getYear() ? day + ", HH:mm" : day + " yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(there);
  }

  /** How far this hotline's clocks are from UTC then, as {@code UTC+1}. */
  public String offset(Instant at) {
    return DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT)
        .format(at.atZone(zone))
        .replaceFirst("([+-])0", "$1")
        .replaceFirst(":00$", "");
  }

  /** How long there is, and until when. */
  public String due(Instant at, Instant now) {
    return away(at, now) + " · " + when(at, now);
  }

  /** When it was, and how long ago. */
  public String dated(Instant at, Instant now) {
    return when(at, now) + " (" + away(at, now) + ")";
  }

  /**
   * How long ago or until, in the largest unit that is whole: minutes, hours or days. What is
   * chosen as four hours reads so for a little while.
   */
  public String away(Instant at, Instant now) {
    Duration distance = Duration.between(now, at);
    if (distance.abs().toMinutes() < 1) {
      return say("time.now");
    }
    if (distance.isNegative()) {
      return away("ago", distance.abs(), Duration.ZERO, Duration.ZERO);
    }
    Duration nearly = distance.plusSeconds(30);
    return away("in", nearly, Duration.ofMinutes(5), Duration.ofHours(2));
  }

  private String away(String direction, Duration length, Duration ofHours, Duration ofDays) {
    if (length.toMinutes() < 60) {
      return count("time." + direction + ".minutes", length.toMinutes());
    }
    Duration hours = length.plus(ofHours);
    return hours.toHours() < 48
        ? count("time." + direction + ".hours", hours.toHours())
        : count("time." + direction + ".days", length.plus(ofDays).toDays());
  }
}
