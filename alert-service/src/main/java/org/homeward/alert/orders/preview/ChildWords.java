package org.homeward.alert.orders.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.people.Clothing;
import org.homeward.schema.people.Mark;
import org.homeward.schema.people.NameKind;
import org.homeward.schema.people.PersonName;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.NumberRange;
import org.jspecify.annotations.Nullable;

/** The words about one child, from facts that everybody may know. */
final class ChildWords {

  private final Words words;
  private final List<String> lines = new ArrayList<>();

  private ChildWords(Words words) {
    this.words = words;
  }

  static String of(ChildFacts facts, Words words) {
    var child = new ChildWords(words);
    child.names(facts.names());
    child.range("age", facts.ageYears());
    child.coded("sex", facts.sex());
    child.range("height", facts.heightCm());
    child.coded("hair", facts.hair());
    child.coded("eyes", facts.eyes());
    child.listed("marks", facts.marks().stream().map(child::mark).toList());
    child.listed("clothing", facts.clothing().stream().map(child::garment).toList());
    return child.lines.isEmpty() ? words.text("child") : String.join("\n", child.lines);
  }

  /** In the language's own script first; names that a child hides behind are not for volunteers. */
  private void names(List<PersonName> names) {
    String all =
        names.stream()
            .filter(name -> name.kind().is(NameKind.NATIVE) || isWritten(name))
            .sorted(
                (one, other) ->
                    Boolean.compare(
                        other.script().equals(words.script()), one.script().equals(words.script())))
            .map(PersonName::full)
            .distinct()
            .collect(Collectors.joining(" / "));
    if (!all.isEmpty()) {
      lines.add(words.text("names", "value", all));
    }
  }

  private static boolean isWritten(PersonName name) {
    return name.kind().is(NameKind.TRANSLITERATION);
  }

  private void range(String key, @Nullable NumberRange range) {
    if (range == null) {
      return;
    }
    lines.add(
        range.from() == range.to()
            ? words.text(key, "value", String.valueOf(range.from()))
            : words
                .text(key + ".range", "from", String.valueOf(range.from()))
                .replace("{to}", String.valueOf(range.to())));
  }

  private void coded(String key, @Nullable Code<?> code) {
    if (code != null) {
      words.word(code).ifPresent(word -> lines.add(words.text(key, "value", word)));
    }
  }

  private void listed(String key, List<Optional<String>> items) {
    String all = items.stream().flatMap(Optional::stream).collect(Collectors.joining("; "));
    if (!all.isEmpty()) {
      lines.add(words.text(key, "value", all));
    }
  }

  private Optional<String> mark(Mark mark) {
    return words.word(mark.kind()).map(kind -> kind + beside(" – ", mark.bodyPart()));
  }

  private Optional<String> garment(Clothing piece) {
    return words.word(piece.garment()).map(garment -> garment + beside(", ", piece.colour()));
  }

  private String beside(String before, @Nullable Code<?> code) {
    return code == null ? "" : words.word(code).map(before::concat).orElse("");
  }
}
