package org.homeward.intake.screening;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.intake.screening.Indicators.Indicator;
import org.homeward.intake.screening.Indicators.Meaning;
import org.homeward.intake.screening.Indicators.Source;
import org.homeward.intake.screening.Indicators.Weight;
import org.homeward.schema.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the indicators; a file with a hole is refused with its line, before anybody is asked. */
final class IndicatorFile {

  private static final String OURS = "/screening/indicators.yaml";
  private static final Set<Reply> NOT_KNOWN = EnumSet.of(Reply.UNKNOWN, Reply.NOT_ASKED);
  private static final Set<Element> OF_ADULTS = EnumSet.of(Element.MEANS, Element.CONSENT);
  private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

  private IndicatorFile() {}

  static Indicators ours() {
    try (Reader text =
        new InputStreamReader(
            requireNonNull(IndicatorFile.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Indicators read(String name, Reader text) {
    YamlPart file = YamlPart.of(name, text).only(Set.of("version", "answers", "indicators"));
    YamlPart usual = file.at("answers").only(Set.of("NO", "UNKNOWN", "NOT_ASKED"));
    List<Indicator> all = new ArrayList<>();
    for (YamlPart part : file.at("indicators").items()) {
      Indicator indicator = indicator(part, usual);
      if (all.stream().anyMatch(each -> each.code().equals(indicator.code()))) {
        throw part.wrong(indicator.code() + " is asked twice");
      }
      all.add(indicator);
    }
    demandAll(file.at("indicators"), all);
    return new Indicators(version(file.at("version")), all);
  }

  private static int version(YamlPart part) {
    if (!part.text().matches("[1-9][0-9]{0,5}")) {
      throw part.wrong("the version is a number");
    }
    return Integer.parseInt(part.text());
  }

  private static Indicator indicator(YamlPart part, YamlPart usual) {
    part.only(
        Set.of(
            "code", "element", "of", "source", "form", "ask", "YES", "NO", "UNKNOWN", "NOT_ASKED"));
    Element element = part.at("element").code(EnumSet.allOf(Element.class));
    YamlPart source = part.at("source").only(Set.of("document", "section"));
    return new Indicator(
        code(part.at("code")),
        element,
        ages(part.at("of"), element),
        new Source(source.at("document").text(), source.at("section").text()),
        form(part, element),
        part.at("ask").texts(Vocabulary.LANGUAGES),
        meanings(part, usual));
  }

  private static String code(YamlPart part) {
    if (!part.text().matches(CODE)) {
      throw part.wrong("unknown code " + part.text());
    }
    return part.text();
  }

  private static Set<Age> ages(YamlPart part, Element element) {
    Set<Age> ages = part.codes(EnumSet.allOf(Age.class));
    if (ages.isEmpty()) {
      throw part.wrong("it is asked about nobody");
    }
    if (OF_ADULTS.contains(element) && ages.contains(Age.CHILD)) {
      throw part.wrong(element + " counts for nothing where somebody is a child");
    }
    return ages;
  }

  private static @Nullable Exploitation form(YamlPart part, Element element) {
    if (element == Element.PURPOSE) {
      return part.at("form").code(EnumSet.allOf(Exploitation.class));
    }
    if (part.maybe("form").isPresent()) {
      throw part.at("form").wrong(element + " points to no form of exploitation");
    }
    return null;
  }

  private static Map<Reply, Meaning> meanings(YamlPart part, YamlPart usual) {
    Map<Reply, Meaning> means = new EnumMap<>(Reply.class);
    YamlPart yes = part.at("YES");
    YamlPart no = part.maybe("NO").orElseGet(() -> usual.at("NO"));
    means.put(Reply.YES, meaning(yes));
    means.put(Reply.NO, meaning(no));
    if (requireNonNull(means.get(Reply.YES)).weighs() == Weight.SHOWS_NOTHING) {
      throw yes.wrong("YES would count as a NO");
    }
    if (requireNonNull(means.get(Reply.NO)).weighs() != Weight.SHOWS_NOTHING) {
      throw no.wrong("NO would count as something else");
    }
    for (Reply each : NOT_KNOWN) {
      YamlPart at = part.maybe(each.name()).orElseGet(() -> usual.at(each.name()));
      Meaning meaning = meaning(at);
      if (meaning.weighs() != Weight.LEAVES_OPEN) {
        throw at.wrong(each + " would count as an answer");
      }
      means.put(each, meaning);
    }
    return means;
  }

  private static Meaning meaning(YamlPart part) {
    part.only(Set.of("weighs", "reason"));
    return new Meaning(
        part.at("weighs").code(EnumSet.allOf(Weight.class)),
        part.at("reason").texts(Vocabulary.LANGUAGES));
  }

  /** Each element is asked about, of children and of adults, and each form of exploitation. */
  private static void demandAll(YamlPart part, List<Indicator> all) {
    for (Element element : Element.values()) {
      for (Age age : Age.values()) {
        boolean isAsked =
            all.stream().anyMatch(each -> each.element() == element && each.isAskedOf(age));
        if (!isAsked && !(age == Age.CHILD && OF_ADULTS.contains(element))) {
          throw part.wrong("no indicator asks about " + element + " of " + age);
        }
      }
    }
    for (Exploitation each : Exploitation.values()) {
      if (all.stream().noneMatch(it -> it.form() == each)) {
        throw part.wrong("no indicator points to " + each);
      }
    }
  }
}
