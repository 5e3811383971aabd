package org.homeward.intake.support;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.schema.people.SupportService;

/** For which services a child needs the word of a parent; intake does not start with a hole. */
final class CustodyRules {

  private static final String OURS = "/support/parents.yaml";
  private static final String COUNTRY = "[A-Z]{2}";
  private static final String AGE = "[1-9]|1[0-8]";

  /** A child comes to a counsellor without asking anybody. */
  private static final Set<SupportService> NEVER =
      EnumSet.of(SupportService.COUNSELLING, SupportService.OTHER);

  private final List<Custody> all;

  private CustodyRules(List<Custody> all) {
    this.all = List.copyOf(all);
  }

  /** Those of this release. */
  static CustodyRules ours() {
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(CustodyRules.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CustodyRules read(String name, Reader text) {
    YamlPart file = YamlPart.of(name, text).only(Set.of("rules"));
    List<Custody> all = new ArrayList<>();
    for (YamlPart part : file.at("rules").items()) {
      Custody rule = rule(part);
      boolean isTwice =
          all.stream()
              .filter(each -> each.service() == rule.service())
              .anyMatch(each -> each.countries().stream().anyMatch(rule.countries()::contains));
      if (isTwice) {
        throw part.wrong(rule.service() + " stands above for one of these countries");
      }
      all.add(rule);
    }
    return new CustodyRules(all);
  }

  private static Custody rule(YamlPart part) {
    part.only(Set.of("service", "countries", "below", "source"));
    YamlPart service = part.at("service");
    SupportService of = service.code(EnumSet.complementOf(EnumSet.copyOf(NEVER))); // upholds 6
    Set<String> countries = new HashSet<>();
    for (YamlPart each : part.at("countries").items()) {
      if (!each.text().matches(COUNTRY) || !countries.add(each.text())) {
        throw each.wrong("there should be a country such as RS, once");
      }
    }
    YamlPart below = part.at("below");
    if (!below.text().matches(AGE)) {
      throw below.wrong("there should be an age up to 18");
    }
    YamlPart source = part.at("source").only(Set.of("document", "section"));
    return new Custody(
        of,
        countries,
        Integer.parseInt(below.text()),
        source.at("document").text() + ", " + source.at("section").text());
  }

  /** The rule of a country about a service. */
  Optional<Custody> of(String country, SupportService service) {
    return all.stream()
        .filter(each -> each.service() == service && each.countries().contains(country))
        .findFirst();
  }

  List<Custody> all() {
    return all;
  }
}
