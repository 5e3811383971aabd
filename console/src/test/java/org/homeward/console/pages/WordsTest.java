package org.homeward.console.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.console.pages.Colleagues.NAMELESS;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WordsTest {

  private static final Pattern ASKED =
      Pattern.compile("words\\s*\\.(say|count)\\(\\s*\"([A-Za-z0-9._-]+)\"[,)\\s]");
  private static final Pattern CODE = Pattern.compile("code\\.([a-zA-Z]+)\\.");

  private static final Pattern LIST =
      Pattern.compile(
          "(?:words\\s*\\.code(?:InText)?|codes|inText|described)\\(\\s*\"([A-Za-z]+)\"");

  private final WordFiles files = WordFiles.read();

  static List<Language> languages() {
    return Language.ready();
  }

  @Test
  void noLanguageLacksAWordThatAnotherHas() {
    for (Language one : languages()) {
      for (Language other : languages()) {
        assertThat(withoutForms(files.of(one)))
            .as("%s against %s", one, other)
            .isEqualTo(withoutForms(files.of(other)));
      }
    }
  }

  private static Set<String> withoutForms(Map<String, String> words) {
    return words.keySet().stream()
        .map(key -> key.replaceFirst("\\.(one|few|other)$", ".#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void countedWordsHaveEveryFormOfTheLanguage(Language language) {
    Map<String, String> words = files.of(language);
    Set<String> forms = new TreeSet<>();
    for (long n = 0; n < 200; n++) {
      forms.add(language.form(n));
    }
    for (String key : words.keySet()) {
      if (key.endsWith(".one")) {
        String stem = key.substring(0, key.length() - 4);
        assertThat(forms).allSatisfy(form -> assertThat(words).containsKey(stem + "." + form));
      }
    }
  }

  /** The schema's tests see to it that each of their codes has a word. */
  @ParameterizedTest
  @MethodSource("languages")
  void everyListThatPagesNameIsOfTheSchemaOrTheirOwn(Language language) throws IOException {
    Set<String> ours =
        files.of(language).keySet().stream()
            .map(CODE::matcher)
            .filter(Matcher::lookingAt)
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> ofSchema = lists(language);
    Set<String> named = new TreeSet<>();
    for (Path source : sources()) {
      LIST.matcher(Files.readString(source)).results().forEach(found -> named.add(found.group(1)));
    }

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allMatch(list -> ours.contains(list) || ofSchema.contains(list));
    assertThat(ours).as("no list stands in two places").doesNotContainAnyElementsOf(ofSchema);
  }

  private static Set<String> lists(Language language) throws IOException {
    Set<String> lists = new TreeSet<>();
    for (String state : List.of("approved", "draft")) {
      var codes = new Properties();
      String file = "/vocabulary/" + state + "/" + language.tag() + ".properties";
      try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
        if (in != null) { // nothing in this language is approved
          codes.load(new InputStreamReader(in, UTF_8));
        }
      }
      codes.stringPropertyNames().forEach(code -> lists.add(code.substring(0, code.indexOf('.'))));
    }
    return lists;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyChoiceOfTheCallsFormHasAWord(Language language) {
    var words = new Words(language, files.of(language), ZoneId.of("Europe/Belgrade"), NAMELESS);
    for (String pair :
        List.of(
            "Channel.PHONE", "Category.AT_RISK", "Sex.MALE", "Feared.NOBODY", "Answer.UNKNOWN")) {
      String code = pair.substring(pair.indexOf('.') + 1);
      assertThat(words.code(pair.substring(0, pair.indexOf('.')), code)).isNotEqualTo(code);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyFactOfTheSchemaHasAWord(Language language) throws IOException {
    JsonNode says = schema("report-says.json");
    Stream.of(says, says.path("$defs").path("ChildFacts"))
        .flatMap(type -> type.path("properties").propertyNames().stream())
        .filter(name -> !Set.of("children", "answers", "audiences").contains(name))
        .forEach(name -> assertThat(files.of(language)).containsKey("fact." + name));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyWordThatPagesAskForIsThere(Language language) throws IOException {
    Set<String> asked = new TreeSet<>();
    for (Path source : sources()) {
      Matcher matcher = ASKED.matcher(Files.readString(source));
      while (matcher.find()) {
        String key = matcher.group(2);
        asked.add(matcher.group(1).equals("count") ? key + ".one" : key);
      }
    }
    // A key that ends in a dot is completed by the code.
    asked.removeIf(key -> key.endsWith(".") || key.endsWith("..one"));

    assertThat(asked).hasSizeGreaterThan(80);
    assertThat(files.of(language).keySet()).containsAll(asked);
  }

  @Test
  void noTemplateWritesMarkupThatItWasGiven() throws IOException {
    for (Path source : sources()) {
      if (source.toString().endsWith(".jte")) {
        assertThat(Files.readString(source))
            .as(source.toString())
            .doesNotContain("$unsafe", "javascript:", " style=", " onclick", "hx-on", "hx-vals=");
      }
    }
  }

  @Test
  void aMissingWordIsABugAndSaysWhich() {
    var words = new Words(Language.ENGLISH, Map.of(), ZoneId.of("UTC"), NAMELESS);

    assertThatThrownBy(() -> words.say("no.such")).hasMessage("en has no word for no.such");
  }

  @Test
  void anUnknownCodeProblemOrRuleIsShownAsItCame() {
    var words =
        new Words(
            Language.ENGLISH, files.of(Language.ENGLISH), ZoneId.of("Europe/Belgrade"), NAMELESS);

    assertThat(words.code("Category", "OF_NEXT_YEAR")).isEqualTo("OF_NEXT_YEAR");
    assertThat(words.problem("of-next-year")).contains("of-next-year");
    assertThat(words.rule("of-next-year", "line")).contains("of-next-year");
    assertThat(words.rule("bad-format", "phone")).contains("+381");
  }

  @Test
  void nobodyIsShownAnId() {
    var words =
        new Words(
            Language.ENGLISH, files.of(Language.ENGLISH), ZoneId.of("Europe/Belgrade"), NAMELESS);

    assertThat(words.person("p-1001", "p-1001")).isEqualTo("you");
    assertThat(words.person("p-1003", "p-1001")).isEqualTo("a colleague");
    assertThat(words.person("intake", "p-1001")).isEqualTo("the system by itself");
    assertThat(words.person("", "p-1001")).isEmpty();
  }

  @Test
  void aColleagueIsNamedWhereSheIsKnown() {
    var words = new RenderedPages().knowing("p-1003", "Jelena").words(Language.ENGLISH);

    assertThat(words.person("p-1003", "p-1001")).isEqualTo("Jelena");
    assertThat(words.person("p-1003", "p-1003")).isEqualTo("you");
    assertThat(words.person("p-1002", "p-1001")).isEqualTo("a colleague");
    assertThat(words.hasName("p-1003")).isTrue();
  }

  @Test
  void oneYearAndOneMinuteAreNotMany() {
    var words =
        new Words(
            Language.ENGLISH, files.of(Language.ENGLISH), ZoneId.of("Europe/Belgrade"), NAMELESS);

    assertThat(words.count("case.age", 1)).isEqualTo("1 year");
    assertThat(words.count("case.age", 9)).isEqualTo("9 years");
    assertThat(words.count("fact.minutes", 1)).isEqualTo("1 minute");
  }

  @ParameterizedTest
  @CsvSource({
    "0, other",
    "1, one",
    "2, few",
    "4, few",
    "5, other",
    "11, other",
    "12, other",
    "14, other",
    "21, one",
    "22, few",
    "25, other",
    "111, other",
    "112, other",
    "121, one"
  })
  void serbianCountsInThreeForms(long number, String form) {
    assertThat(Language.SERBIAN.form(number)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"SERBIAN, '3. dec, 01:00'", "GREEK, '3 Δεκ, 01:00'", "ENGLISH, '3 Dec, 01:00'"})
  void onlySerbianHasADotAfterTheDay(Language language, String said) {
    var words = new Words(language, Map.of(), ZoneId.of("Europe/Belgrade"), NAMELESS);

    assertThat(
            words.when(
                Instant.parse("2026-12-03T00:00:00Z"), Instant.parse("2026-11-29T01:00:00Z")))
        .isEqualTo(said);
  }

  @Test
  void timesAreThoseOfTheHotline() {
    var words =
        new Words(
            Language.SERBIAN, files.of(Language.SERBIAN), ZoneId.of("Europe/Athens"), NAMELESS);
    Instant now = Instant.parse("2026-11-29T01:00:00Z");

    assertThat(words.when(Instant.parse("2026-11-29T00:30:00Z"), now)).isEqualTo("02:30");
    assertThat(words.when(Instant.parse("2026-11-28T21:30:00Z"), now)).startsWith("28. nov");
    assertThat(words.away(Instant.parse("2026-11-29T00:39:00Z"), now)).isEqualTo("pre 21 minut");
    assertThat(words.away(Instant.parse("2026-11-29T03:00:00Z"), now)).isEqualTo("za 2 sata");
    assertThat(words.away(Instant.parse("2026-11-20T01:00:00Z"), now)).isEqualTo("pre 9 dana");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Athens, UTC+2",
    "Asia/Kolkata, UTC+5:30",
    "America/New_York, UTC-5",
    "UTC, UTC+0",
    "Asia/Tokyo, UTC+9",
    "Pacific/Auckland, UTC+13"
  })
  void theZoneOfATimeIsHowFarItIsFromUtc(String zone, String offset) {
    var words = new Words(Language.ENGLISH, Map.of(), ZoneId.of(zone), NAMELESS);

    assertThat(words.offset(Instant.parse("2026-11-29T01:00:00Z"))).isEqualTo(offset);
  }

  @Test
  void aBrowserGetsTheFirstOfItsLanguagesThatWeHave() {
    assertThat(Language.ofBrowser(List.of(Locale.FRENCH, Locale.UK))).isEqualTo(Language.ENGLISH);
    assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("sr-Cyrl-RS"))))
        .isEqualTo(Language.SERBIAN_CYRILLIC);
    assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("sr-RS"))))
        .isEqualTo(Language.SERBIAN);
    assertThat(Language.ofBrowser(List.of(Locale.FRENCH))).isEqualTo(Language.SERBIAN);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
          .toList();
    }
  }

  private static JsonNode schema(String name) throws IOException {
    try (InputStream in = Says.class.getResourceAsStream("/schema/v1/" + name)) {
      return Json.mapper().readTree(in.readAllBytes());
    }
  }
}
