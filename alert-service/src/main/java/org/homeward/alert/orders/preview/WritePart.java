package org.homeward.alert.orders.preview;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;

/** Puts the words of an alert together in one language. */
final class WritePart {

  private final String phone;
  private final String zone;

  /**
   * @param zone in which times of ours are said
   */
  WritePart(String phone, String zone) {
    this.phone = phone;
    this.zone = zone;
  }

  /**
   * @param readers to whom our sentences speak
   * @param facts what everybody may know, with those children only who are missing
   * @param author the author's own words; null when there are none in this language
   * @throws Words.Missing when a word is not approved in this language
   */
  Part write(
      Audience readers,
      Words words,
      Says facts,
      boolean exercise,
      boolean update,
      String office,
      Instant until,
      @Nullable String author) {
    Map<String, String> children = new TreeMap<>();
    facts.children().forEach((id, child) -> children.put(id, ChildWords.of(child, words)));
    String to = readers == Audience.PUBLIC ? "public." : "";
    String subject = words.text(to + (update ? "subject.update" : "subject"));
    String opening =
        words.text(to + "opening").replace("{phone}", phone).replace("{office}", office);
    String closing =
        words
            .text(to + "closing")
            .replace("{phone}", phone)
            .replace("{until}", CaseWords.local(until, zone, words));
    var end =
        new EndText(
            marked(words, exercise, words.text(to + "end.subject")),
            lined(words, exercise, words.text(to + "end.text").replace("{phone}", phone)),
            lined(words, exercise, words.text(to + "end.wrong").replace("{phone}", phone)));
    return new Part(
        marked(words, exercise, subject),
        lined(words, exercise, opening),
        children,
        CaseWords.of(facts, words, zone),
        author,
        words.text(to + "reduced"),
        closing,
        end);
  }

  private static String marked(Words words, boolean exercise, String subject) {
    return exercise ? words.text("exercise") + ": " + subject : subject;
  }

  private static String lined(Words words, boolean exercise, String text) {
    return exercise ? words.text("exercise.line") + "\n\n" + text : text;
  }
}
