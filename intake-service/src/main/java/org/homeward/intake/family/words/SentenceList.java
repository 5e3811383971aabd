package org.homeward.intake.family.words;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.intake.family.words.Sentence.Fill;
import org.homeward.intake.family.words.Sentence.Tells;
import org.homeward.intake.rulefiles.YamlPart;
import org.homeward.schema.vocabulary.Vocabulary;

/** The list of all sentences; intake does not start with a hole in it. */
public final class SentenceList {

  private static final List<String> LANGUAGES = Vocabulary.LANGUAGES;
  private static final String OURS = "/family/sentences.yaml";
  private static final String CODE = "[A-Z][A-Z0-9_]{1,39}";
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}|[{}]");

  private final List<Sentence> all;

  private SentenceList(List<Sentence> all) {
    this.all = List.copyOf(all);
  }

  /** That of this release. */
  public static SentenceList ours() {
    try (Reader text =
        new InputStreamReader(
            requireNonNull(SentenceList.class.getResourceAsStream(OURS), OURS),
            StandardCharsets.UTF_8)) {
      return read(OURS, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SentenceList read(String name, Reader text) {
    YamlPart file = YamlPart.of(name, text).only(Set.of("edition", "sentences"));
    int edition = edition(file.at("edition"));
    List<Sentence> all = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlPart part : file.at("sentences").items()) {
      Sentence sentence = sentence(part, edition);
      if (!codes.add(sentence.code())) {
        throw part.wrong(sentence.code() + " stands here twice");
      }
      all.add(sentence);
    }
    return new SentenceList(all);
  }

  private static int edition(YamlPart part) {
    if (!part.text().matches("[1-9][0-9]{0,3}")) {
      throw part.wrong("there should be a number");
    }
    return Integer.parseInt(part.text());
  }

  private static Sentence sentence(YamlPart part, int edition) {
    part.only(Set.of("code", "tells", "say"));
    YamlPart code = part.at("code");
    if (!code.text().matches(CODE)) {
      throw code.wrong("unknown code " + code.text());
    }
    YamlPart say = part.at("say");
    Map<String, String> words = say.texts(LANGUAGES);
    Set<Fill> fills = Fill.in(requireNonNull(words.get(LANGUAGES.getFirst())));
    words.forEach((language, text) -> places(say.at(language), text, fills));
    return new Sentence(
        code.text(), edition, part.at("tells").code(EnumSet.allOf(Tells.class)), words);
  }

  /** The same in each language, and none that could hold what somebody has reported. */
  private static void places(YamlPart at, String text, Set<Fill> fills) {
    boolean isKnown =
        PLACE
            .matcher(text)
            .results()
            .allMatch(
                found ->
                    EnumSet.allOf(Fill.class).stream()
                        .anyMatch(fill -> fill.place().equals(found.group())));
    if (!isKnown) { // upholds 6
      throw at.wrong("only {nextCall} and {hotline} may stand in a sentence");
    }
    if (!Fill.in(text).equals(fills)) {
      throw at.wrong("there should be the same places in each language");
    }
  }

  /** In the order in which they are shown. */
  public List<Sentence> all() {
    return all;
  }

  public Optional<Sentence> find(String code) {
    return all.stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
