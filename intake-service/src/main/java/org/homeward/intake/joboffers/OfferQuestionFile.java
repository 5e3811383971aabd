package org.homeward.intake.joboffers;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.intake.joboffers.OfferQuestions.Question;
import org.homeward.intake.joboffers.OfferQuestions.Source;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.schema.vocabulary.Vocabulary;

/** Reads the questions; a file with a hole is refused with its line, before anybody is asked. */
final class OfferQuestionFile {

  private static final String OURS = "/joboffers/questions.yaml";
  private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";

  private OfferQuestionFile() {}

  static OfferQuestions ours() {
    try (Reader text =
        new InputStreamReader(
            requireNonNull(OfferQuestionFile.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OfferQuestions read(String name, Reader text) {
    YamlPart file = YamlPart.of(name, text).only(Set.of("version", "questions"));
    List<Question> all = new ArrayList<>();
    for (YamlPart part : file.at("questions").items()) {
      Question question = question(part);
      if (all.stream().anyMatch(each -> each.code().equals(question.code()))) {
        throw part.wrong(question.code() + " is asked twice");
      }
      all.add(question);
    }
    if (all.isEmpty()) {
      throw file.at("questions").wrong("nothing is asked");
    }
    return new OfferQuestions(version(file.at("version")), all);
  }

  private static int version(YamlPart part) {
    if (!part.text().matches("[1-9][0-9]{0,5}")) {
      throw part.wrong("the version is a number");
    }
    return Integer.parseInt(part.text());
  }

  private static Question question(YamlPart part) {
    part.only(Set.of("code", "source", "ask", "advise"));
    YamlPart code = part.at("code");
    if (!code.text().matches(CODE)) {
      throw code.wrong("unknown code " + code.text());
    }
    YamlPart source = part.at("source").only(Set.of("document", "section"));
    return new Question(
        code.text(),
        new Source(source.at("document").text(), source.at("section").text()),
        part.at("ask").texts(Vocabulary.LANGUAGES),
        part.at("advise").texts(Vocabulary.LANGUAGES));
  }
}
