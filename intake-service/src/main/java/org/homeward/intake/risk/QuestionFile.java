package org.homeward.intake.risk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.risk.Questions.Asked;
import org.homeward.intake.risk.Questions.Group;
import org.homeward.intake.risk.Questions.Meaning;
import org.homeward.intake.risk.Questions.Source;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.schema.facts.RiskCriterion;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.vocabulary.Vocabulary;

/** Reads the questions; a file with a hole is refused with its line, before anybody is asked. */
final class QuestionFile {

  static final Set<RiskLevel> LEVELS = EnumSet.range(RiskLevel.NO_APPARENT, RiskLevel.HIGH);

  private static final String OURS = "/risk/questions.yaml";
  private static final Set<Reply> NOT_KNOWN = EnumSet.of(Reply.UNKNOWN, Reply.NOT_ASKED);
  private static final Set<RiskCriterion> CRITERIA =
      EnumSet.complementOf(EnumSet.of(RiskCriterion.OTHER));

  /** The twelve questions of the College of Policing. */
  private static final List<String> CALL_HANDLER =
      List.of(
          "WHY_WORRIED",
          "SEARCHED_ALREADY",
          "UNUSUAL",
          "MISSING_BEFORE",
          "MEDICAL_NEEDS",
          "VICTIM_OF_CRIME",
          "HARMED",
          "SEXUAL_EXPLOITATION",
          "SELF_HARM",
          "DANGER_TO_OTHERS",
          "ABROAD",
          "ANYTHING_ELSE");

  private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

  private QuestionFile() {}

  static Questions ours() {
    try (Reader text =
        new InputStreamReader(
            requireNonNull(QuestionFile.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Questions read(String name, Reader text) {
    YamlPart file =
        YamlPart.of(name, text).only(Set.of("version", "review", "answers", "questions"));
    YamlPart usual = file.at("answers").only(Set.of("NO", "UNKNOWN", "NOT_ASKED"));
    List<Asked> all = new ArrayList<>();
    for (YamlPart part : file.at("questions").items()) {
      Asked asked = asked(part, usual);
      if (all.stream().anyMatch(each -> each.code().equals(asked.code()))) {
        throw part.wrong(asked.code() + " is asked twice");
      }
      all.add(asked);
    }
    demandAll(file.at("questions"), all);
    return new Questions(version(file.at("version")), review(file.at("review")), all);
  }

  private static int version(YamlPart part) {
    if (!part.text().matches("[1-9][0-9]{0,5}")) {
      throw part.wrong("the version is a number");
    }
    return Integer.parseInt(part.text());
  }

  /** The more dangerous a case is, the sooner it is looked at again. */
  private static Map<RiskLevel, Duration> review(YamlPart part) {
    part.only(LEVELS.stream().map(Enum::name).toList());
    Map<RiskLevel, Duration> review = new EnumMap<>(RiskLevel.class);
    Duration lower = Duration.ofSeconds(Long.MAX_VALUE);
    for (RiskLevel level : LEVELS) {
      YamlPart at = part.at(level.name());
      Duration within = duration(at);
      if (within.compareTo(lower) > 0) {
        throw at.wrong(level + " is reviewed later than a lower level");
      }
      review.put(level, within);
      lower = within;
    }
    return review;
  }

  private static Duration duration(YamlPart part) {
    try {
      Duration read = Duration.parse(part.text());
      if (read.isPositive()) {
        return read;
      }
    } catch (DateTimeParseException notOurForm) {
      // Said below.
    }
    throw part.wrong("there should be a time such as PT4H");
  }

  private static Asked asked(YamlPart part, YamlPart usual) {
    part.only(Set.of("code", "group", "source", "ask", "YES", "NO", "UNKNOWN", "NOT_ASKED"));
    Group group = part.at("group").code(EnumSet.allOf(Group.class));
    Map<Reply, Meaning> means = new EnumMap<>(Reply.class);
    Meaning yes = yes(part.at("YES"), group);
    Meaning no = meaning(part.maybe("NO").orElseGet(() -> usual.at("NO")));
    if (yes.level().compareTo(no.level()) < 0) {
      throw part.at("YES").wrong("YES would count less than a NO");
    }
    means.put(Reply.YES, yes);
    means.put(Reply.NO, no);
    for (Reply each : NOT_KNOWN) {
      YamlPart at = part.maybe(each.name()).orElseGet(() -> usual.at(each.name()));
      Meaning meaning = meaning(at);
      if (meaning.level().compareTo(no.level()) <= 0) {
        throw at.wrong(each + " would count as a NO");
      }
      means.put(each, meaning);
    }
    YamlPart source = part.at("source").only(Set.of("document", "section"));
    return new Asked(
        code(part.at("code"), group),
        group,
        new Source(source.at("document").text(), source.at("section").text()),
        part.at("ask").texts(Vocabulary.LANGUAGES),
        means);
  }

  private static String code(YamlPart part, Group group) {
    String code = part.text();
    boolean isKnown =
        group == Group.CRITERION
            ? CRITERIA.stream().anyMatch(each -> each.name().equals(code))
            : code.matches(CODE);
    if (!isKnown) {
      throw part.wrong("unknown code " + code);
    }
    return code;
  }

  private static Meaning yes(YamlPart part, Group group) {
    if (group != Group.CATEGORY) {
      return meaning(part);
    }
    part.only(Set.of("level", "category", "reason"));
    return new Meaning(
        part.at("level").code(LEVELS),
        part.at("category").code(AssessedCategory.ASKED),
        part.at("reason").texts(Vocabulary.LANGUAGES));
  }

  private static Meaning meaning(YamlPart part) {
    part.only(Set.of("level", "reason"));
    return new Meaning(
        part.at("level").code(LEVELS), null, part.at("reason").texts(Vocabulary.LANGUAGES));
  }

  /** Each question of the call handler is there; each criterion is asked for, and each category. */
  private static void demandAll(YamlPart part, List<Asked> all) {
    for (String each : CALL_HANDLER) {
      if (all.stream().noneMatch(it -> it.isOfCallHandler(each))) {
        throw part.wrong("no question asks for " + each);
      }
    }
    for (RiskCriterion each : CRITERIA) {
      if (all.stream().noneMatch(it -> it.isAbout(each))) {
        throw part.wrong("no question asks for " + each);
      }
    }
    for (AssessedCategory each : AssessedCategory.ASKED) {
      if (all.stream().noneMatch(it -> it.speaksFor().equals(Optional.of(each)))) {
        throw part.wrong("no question asks for " + each);
      }
    }
  }
}
