package org.homeward.console.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WordsTest {

  private static final Pattern ASKED =
      Pattern.compile("words\\s*\\.(say|count)\\(\\s*\"([A-Za-z0-9._-]+)\"[,)\\s]");
  private static final Pattern CODE = Pattern.compile("code\\.([a-zA-Z]+)\\.");

  /** Lists of the schema, by the name under which words have their codes. */
  private static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry("risk", "RiskLevel"),
          Map.entry("criterion", "RiskCriterion"),
          Map.entry("category", "Category"),
          Map.entry("channel", "Channel"),
          Map.entry("relation", "ReporterRelation"),
          Map.entry("companion", "CompanionRelation"),
          Map.entry("courtOrder", "CourtOrder"),
          Map.entry("feared", "Feared"),
          Map.entry("warning", "PoliceWarning"),
          Map.entry("exploitation", "ExploitationForm"),
          Map.entry("sex", "Sex"),
          Map.entry("hair", "HairColour"),
          Map.entry("eyes", "EyeColour"),
          Map.entry("mark", "MarkKind"),
          Map.entry("bodyPart", "BodyPart"),
          Map.entry("garment", "Garment"),
          Map.entry("colour", "Colour"),
          Map.entry("basis", "Basis"),
          Map.entry("holdReason", "HoldReason"),
          Map.entry("outcome", "Outcome"));

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

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeOfTheSchemaHasAWord(Language language) throws IOException {
    JsonNode codes = schema("codes.json").path("$defs");
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      JsonNode values = codes.path(list.getValue()).path("enum");
      assertThat(values.size()).as(list.getValue()).isPositive();
      values.forEach(
          code ->
              assertThat(files.of(language))
                  .containsKey("code." + list.getKey() + "." + code.asString()));
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
  void listsOfCodesAreThoseThatPagesName() {
    Set<String> lists =
        files.of(Language.ENGLISH).keySet().stream()
            .map(CODE::matcher)
            .filter(Matcher::lookingAt)
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(lists).containsAll(LISTS.keySet());
  }

  @Test
  void aMissingWordIsABugAndSaysWhich() {
    var words = new Words(Language.ENGLISH, Map.of(), ZoneId.of("UTC"));

    assertThatThrownBy(() -> words.say("no.such")).hasMessage("en has no word for no.such");
  }

  @Test
  void anUnknownCodeProblemOrRuleIsShownAsItCame() {
    var words =
        new Words(Language.ENGLISH, files.of(Language.ENGLISH), ZoneId.of("Europe/Belgrade"));

    assertThat(words.code("category", "OF_NEXT_YEAR")).isEqualTo("OF_NEXT_YEAR");
    assertThat(words.problem("of-next-year")).contains("of-next-year");
    assertThat(words.rule("of-next-year", "line")).contains("of-next-year");
    assertThat(words.rule("bad-format", "phone")).contains("+381");
  }

  @ParameterizedTest
  @CsvSource({
    "0, other", "1, one", "2, few", "4, few", "5, other", "11, other", "12, other", "14, other",
    "21, one", "22, few", "25, other", "111, other", "112, other", "121, one"
  })
  void serbianCountsInThreeForms(long number, String form) {
    assertThat(Language.SERBIAN.form(number)).isEqualTo(form);
  }

  @Test
  void timesAreThoseOfTheHotline() {
    var words = new Words(Language.SERBIAN, files.of(Language.SERBIAN), ZoneId.of("Europe/Athens"));
    Instant now = Instant.parse("2026-11-29T01:00:00Z");

    assertThat(words.when(Instant.parse("2026-11-29T00:30:00Z"), now)).isEqualTo("02:30");
    assertThat(words.when(Instant.parse("2026-11-28T21:30:00Z"), now)).startsWith("28. nov");
    assertThat(words.away(Instant.parse("2026-11-29T00:39:00Z"), now)).isEqualTo("pre 21 minut");
    assertThat(words.away(Instant.parse("2026-11-29T03:00:00Z"), now)).isEqualTo("za 2 sata");
    assertThat(words.away(Instant.parse("2026-11-20T01:00:00Z"), now)).isEqualTo("pre 9 dana");
  }

  @Test
  void aBrowserGetsTheFirstOfItsLanguagesThatWeHave() {
    assertThat(Language.ofBrowser(List.of(Locale.FRENCH, Locale.UK))).isEqualTo(Language.ENGLISH);
    assertThat(Language.ofBrowser(List.of(Locale.forLanguageTag("sr-Cyrl-RS"))))
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
