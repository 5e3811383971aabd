package org.homeward.alert.orders.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.subscribers.sms.Transliteration;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.LastSeen;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.NumberRange;

/** Puts the words of a text message together, in the letters in which it leaves. */
final class WriteSms {

  private static final String SPACE = " ";

  private final String phone;
  private final String zone;

  /**
   * @param zone in which times of ours are said
   */
  WriteSms(String phone, String zone) {
    this.phone = phone;
    this.zone = zone;
  }

  /** The words of an alert, and those of its end. */
  record Written(SmsPart part, String end, String wrongChild) {}

  /**
   * @param language as {@code sr}
   * @param facts what everybody may know, with those children only who are missing
   * @throws Words.Missing when a word is not approved in this language
   */
  Written write(
      String language, Words words, Says facts, boolean exercise, boolean update, Instant until) {
    Map<String, String> children = new TreeMap<>();
    facts.children().forEach((id, child) -> children.put(id, plain(language, child(child, words))));
    LastSeen seen = facts.lastSeen();
    String locality = seen == null || seen.place() == null ? null : seen.place().locality();
    String opening = ours(words, exercise, update ? "opening.update" : "opening");
    var part =
        new SmsPart(
            plain(language, opening),
            children,
            locality == null ? null : plain(language, words.text("place", "value", locality)),
            plain(language, words.text("reduced")),
            plain(
                language,
                said(words, "closing").replace("{until}", CaseWords.local(until, zone, words))));
    return new Written(
        part,
        plain(language, ours(words, exercise, "end")),
        plain(language, ours(words, exercise, "end.wrong")));
  }

  private String ours(Words words, boolean exercise, String key) {
    String said = said(words, key);
    return exercise ? words.text("exercise") + SPACE + said : said;
  }

  private String said(Words words, String key) {
    return words.text(key).replace("{phone}", phone);
  }

  /** The placeholder of the reference is not in the alphabet, and is no word. */
  private static String plain(String language, String text) {
    StringBuilder plain = new StringBuilder();
    String rest = text;
    for (int at = rest.indexOf(Part.ALERT); at >= 0; at = rest.indexOf(Part.ALERT)) {
      plain.append(Transliteration.of(rest.substring(0, at), language)).append(Part.ALERT);
      rest = rest.substring(at + Part.ALERT.length());
    }
    return plain.append(Transliteration.of(rest, language)).toString();
  }

  /** Sex and age: what a name would add is for those who were sent more. */
  private static String child(ChildFacts facts, Words words) {
    List<String> said = new ArrayList<>();
    String sex = facts.sex() == null ? null : words.word(facts.sex()).orElse(null);
    said.add(sex == null ? words.text("child") : sex);
    NumberRange age = facts.ageYears();
    if (age != null) {
      said.add(
          age.from() == age.to()
              ? words.text("age", "value", String.valueOf(age.from()))
              : words
                  .text("age.range", "from", String.valueOf(age.from()))
                  .replace("{to}", String.valueOf(age.to())));
    }
    return String.join(", ", said);
  }
}
