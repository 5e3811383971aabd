package org.homeward.alert.orders.posters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps of a sheet what can be drawn. Of a name in several scripts one is enough; a sheet that
 * would have an empty box instead of a letter is not made.
 */
final class Writable {

  private static final String OR = " / ";

  /** What a line is about, and its value. */
  private static final Pattern LINE = Pattern.compile("([^:]{1,60}: )(.*)", Pattern.DOTALL);

  private final Typeface regular;
  private final Typeface bold;

  Writable(Typeface regular, Typeface bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /**
   * What is left.
   *
   * @param lessForms whether a form of a name is not on it
   */
  record Kept(Sheet sheet, boolean lessForms) {}

  /** Empty when it cannot be written. */
  Optional<Kept> of(Sheet sheet) {
    if (!isWritable(sheet.title()) || !isWritable(sheet.foot())) {
      return Optional.empty();
    }
    boolean less = false;
    List<Sheet.Paragraph> paragraphs = new ArrayList<>();
    for (Sheet.Paragraph paragraph : sheet.paragraphs()) {
      List<String> lines = new ArrayList<>();
      for (String line : paragraph.lines()) {
        Optional<String> kept = kept(line);
        if (kept.isEmpty()) {
          return Optional.empty();
        }
        less |= !kept.get().equals(line);
        lines.add(kept.get());
      }
      paragraphs.add(new Sheet.Paragraph(lines, paragraph.child()));
    }
    return Optional.of(
        new Kept(new Sheet(sheet.language(), sheet.title(), paragraphs, sheet.foot()), less));
  }

  private Optional<String> kept(String line) {
    if (isWritable(line)) {
      return Optional.of(line);
    }
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || !isWritable(parts.group(1))) {
      return Optional.empty();
    }
    List<String> forms =
        List.of(parts.group(2).split(OR)).stream().filter(this::isWritable).toList();
    return forms.isEmpty()
        ? Optional.empty()
        : Optional.of(parts.group(1) + String.join(OR, forms));
  }

  private boolean isWritable(String typed) {
    String plain = Shaping.plain(typed);
    String shaped = Shaping.line(plain, Shaping.isFromRight(plain));
    return regular.has(shaped) && bold.has(shaped);
  }
}
