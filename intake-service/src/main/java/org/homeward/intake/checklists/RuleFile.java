package org.homeward.intake.checklists;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.intake.checklists.CheckRule.DoneBy;
import org.homeward.intake.checklists.CheckRule.From;
import org.homeward.intake.checklists.CheckRule.Source;
import org.homeward.intake.checklists.CheckRule.When;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.schema.facts.Category;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.vocabulary.Vocabulary;

/** Reads the rules; a file with a hole is refused with its line, before anybody counts on it. */
final class RuleFile {

  private static final String OURS = "/checklists/rules.yaml";
  private static final String OTHERWISE = "OTHERWISE";
  private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";
  private static final Set<RiskLevel> LEVELS = EnumSet.range(RiskLevel.NO_APPARENT, RiskLevel.HIGH);
  private static final Set<Category> CATEGORIES = EnumSet.complementOf(EnumSet.of(Category.OTHER));
  private static final Set<String> FIELDS =
      Set.of("code", "source", "when", "from", "after", "within", "doneBy", "again", "say", "why");

  private RuleFile() {}

  static CheckRules ours(String country) {
    try (Reader text =
        new InputStreamReader(
            requireNonNull(RuleFile.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text, country);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckRules read(String name, Reader text, String country) {
    YamlPart file = YamlPart.of(name, text).only(Set.of("rules"));
    List<CheckRule> rules = new ArrayList<>();
    for (YamlPart part : file.at("rules").items()) {
      CheckRule rule = rule(part);
      boolean isHidden =
          rules.stream()
              .anyMatch(
                  each -> each.code().equals(rule.code()) && covers(each.when(), rule.when()));
      if (isHidden) {
        throw part.wrong(rule.code() + " stands above for all of these");
      }
      rules.add(rule);
    }
    file.at("rules").items().forEach(part -> part.maybe("after").ifPresent(at -> known(at, rules)));
    return new CheckRules(rules, country);
  }

  private static void known(YamlPart after, List<CheckRule> rules) {
    if (rules.stream().noneMatch(each -> each.code().equals(after.text()))) {
      throw after.wrong("unknown code " + after.text());
    }
  }

  /** Whether a rule is never asked because an earlier one is about all of its cases. */
  private static boolean covers(When earlier, When later) {
    return covers(earlier.kinds(), later.kinds())
        && covers(earlier.categories(), later.categories())
        && covers(earlier.levels(), later.levels())
        && covers(earlier.countries(), later.countries());
  }

  private static boolean covers(Set<?> earlier, Set<?> later) {
    return earlier.isEmpty() || (!later.isEmpty() && earlier.containsAll(later));
  }

  private static CheckRule rule(YamlPart part) {
    part.only(FIELDS);
    YamlPart code = part.at("code");
    if (!code.text().matches(CODE)) {
      throw code.wrong("unknown code " + code.text());
    }
    From from = part.at("from").code(EnumSet.allOf(From.class));
    Optional<YamlPart> after = part.maybe("after");
    if ((from == From.ANSWERED) != after.isPresent()) {
      throw part.wrong("only what begins with an answer has an after");
    }
    Optional<DoneBy> doneBy =
        part.maybe("doneBy").map(each -> each.code(EnumSet.allOf(DoneBy.class)));
    Optional<YamlPart> again = part.maybe("again");
    if (again.isPresent() && (doneBy.isPresent() || from.isOfEachChild())) {
      throw again.get().wrong("only what a person does about the whole case is done again");
    }
    YamlPart source = part.at("source").only(Set.of("document", "section"));
    YamlPart within = part.at("within").only(names());
    return new CheckRule(
        code.text(),
        new Source(source.at("document").text(), source.at("section").text()),
        part.maybe("when").map(RuleFile::when).orElse(When.ALWAYS),
        from,
        after.map(YamlPart::text).orElse(null),
        within(within),
        within.at(OTHERWISE).duration(),
        doneBy.orElse(null),
        again.map(YamlPart::duration).orElse(null),
        part.at("say").texts(Vocabulary.LANGUAGES),
        part.at("why").texts(Vocabulary.LANGUAGES));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(LEVELS.stream().map(Enum::name).toList());
    names.add(OTHERWISE);
    return names;
  }

  private static Map<RiskLevel, Duration> within(YamlPart part) {
    Map<RiskLevel, Duration> within = new EnumMap<>(RiskLevel.class);
    for (RiskLevel level : LEVELS) {
      part.maybe(level.name()).ifPresent(at -> within.put(level, at.duration()));
    }
    return within;
  }

  private static When when(YamlPart part) {
    part.only(Set.of("kinds", "categories", "levels", "countries"));
    return new When(
        part.maybe("kinds").map(at -> at.codes(KindRuling.OPENED_AS)).orElse(Set.of()),
        part.maybe("categories").map(at -> at.codes(CATEGORIES)).orElse(Set.of()),
        part.maybe("levels").map(at -> at.codes(LEVELS)).orElse(Set.of()),
        part.maybe("countries").map(RuleFile::countries).orElse(Set.of()));
  }

  /** ISO 3166-1 alpha-2. */
  private static Set<String> countries(YamlPart part) {
    Set<String> iso = Arrays.stream(Locale.getISOCountries()).collect(Collectors.toSet());
    Set<String> countries = new HashSet<>();
    for (YamlPart each : part.items()) {
      if (!iso.contains(each.text())) {
        throw each.wrong("unknown country " + each.text());
      }
      countries.add(each.text());
    }
    return countries;
  }
}
