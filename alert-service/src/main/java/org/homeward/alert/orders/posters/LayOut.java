package org.homeward.alert.orders.posters;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a sheet: in the largest letters in which all of it fits. Lengths are points; a place is
 * counted from the lower left corner of the paper.
 */
final class LayOut {

  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  static final float MARGIN = 40;

  /** Below it stand number, code and foot. */
  static final float FLOOR = 222;

  private static final float FACE_WIDTH = 210;
  private static final float FACE_HEIGHT = 270;
  private static final float BESIDE_FACE = 20;
  private static final float LEADING = 1.2f;

  private static final float TITLE = 30;
  private static final float NAME = 26;
  private static final float FACT = 17;
  private static final float TEXT = 14;

  private static final float LARGEST = 1.32f;

  /** Small print of 8 points and more. */
  private static final float SMALLEST = 0.57f;

  /** Rather than in smaller ones, a long word is broken. */
  private static final float SMALLEST_WHOLE = 0.75f;

  private static final float STEP = 0.04f;

  /** Not those within a number: people would dial half of it. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<!\\d) +| +(?!\\d)");

  private final Typeface regular;
  private final Typeface bold;

  LayOut(Typeface regular, Typeface bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** A line that is drawn at its place, as {@link Shaping} made it. */
  record Row(String shaped, boolean bold, float size, float x, float y) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  /** A rectangle. */
  record Box(float x, float y, float width, float height) {}

  /**
   * All of a sheet.
   *
   * @param title on the band
   * @param band from here to the upper edge
   * @param faces the place of each, by child
   */
  record Laid(Sheet sheet, List<Row> title, float band, List<Row> rows, Map<String, Box> faces) {

    Laid {
      title = List.copyOf(title);
      rows = List.copyOf(rows);
      faces = Map.copyOf(faces);
    }
  }

  /**
   * Empty when it does not fit in letters that people can read.
   *
   * @param tall how much taller than wide the face of each child is, by id
   */
  Optional<Laid> fit(Sheet sheet, Map<String, Float> tall) {
    return fit(sheet, tall, SMALLEST_WHOLE, false).or(() -> fit(sheet, tall, SMALLEST, true));
  }

  /**
   * @param mayBreak whether a word may go on in the next row
   */
  private Optional<Laid> fit(
      Sheet sheet, Map<String, Float> tall, float smallest, boolean mayBreak) {
    for (float scale = LARGEST; scale >= smallest; scale -= STEP) {
      Optional<Laid> laid = at(scale, sheet, tall, mayBreak);
      if (laid.isPresent()) {
        return laid;
      }
    }
    return Optional.empty();
  }

  private Optional<Laid> at(float scale, Sheet sheet, Map<String, Float> tall, boolean mayBreak) {
    var title = new Flow(HEIGHT - 0.6f * MARGIN);
    title.add(sheet.title(), bold, true, TITLE * scale);
    float band = title.y - 12;
    var flow = new Flow(band - 16);
    Map<String, Box> faces = new TreeMap<>();
    for (Sheet.Paragraph paragraph : sheet.paragraphs()) {
      String child = paragraph.child();
      flow.below();
      Float times = child == null ? null : tall.get(child);
      if (child != null && times != null) {
        faces.put(child, flow.face(scale, times));
      }
      boolean isName = child != null;
      for (String line : paragraph.lines()) {
        float size = isName ? NAME : child != null ? FACT : TEXT;
        flow.add(line, isName ? bold : regular, isName, size * scale);
        isName = false;
      }
      flow.y -= 9 * scale;
    }
    flow.below();
    boolean isBroken = title.isBroken || flow.isBroken;
    return flow.y < FLOOR || (isBroken && !mayBreak)
        ? Optional.empty()
        : Optional.of(new Laid(sheet, title.rows, band, flow.rows, faces));
  }

  /** Fills rows with words from the top down, beside the face first. */
  private static final class Flow {

    private final List<Row> rows = new ArrayList<>();
    private @Nullable Box face;
    private float y;
    private boolean isBroken;

    Flow(float top) {
      this.y = top;
    }

    /** Under the face, if there is one beside. */
    void below() {
      if (face != null) {
        y = Math.min(y, face.y() - BESIDE_FACE / 2);
        face = null;
      }
    }

    /** From here on, what is added stands beside it. */
    Box face(float scale, float tall) {
      float width = Math.min(FACE_WIDTH, FACE_HEIGHT / tall) * scale;
      face = new Box(MARGIN, y - width * tall, width, width * tall);
      return face;
    }

    void add(String typed, Typeface typeface, boolean isBold, float size) {
      String plain = Shaping.plain(typed);
      boolean isFromRight = Shaping.isFromRight(plain);
      Deque<String> words = new ArrayDeque<>(List.of(BETWEEN_WORDS.split(plain)));
      while (!words.isEmpty()) {
        float left = left();
        float width = WIDTH - MARGIN - left;
        String shaped = Shaping.line(row(words, typeface, size, width, isFromRight), isFromRight);
        float x = isFromRight ? WIDTH - MARGIN - typeface.width(shaped, size) : left;
        rows.add(new Row(shaped, isBold, size, x, y - size));
        y -= size * LEADING;
      }
    }

    private float left() {
      return face != null && y > face.y() - BESIDE_FACE / 2
          ? face.x() + face.width() + BESIDE_FACE
          : MARGIN;
    }

    /** As many words as fit, one part of a word at least. */
    private String row(
        Deque<String> words, Typeface typeface, float size, float width, boolean isFromRight) {
      String row = "";
      while (!words.isEmpty()) {
        String longer = row.isEmpty() ? words.getFirst() : row + " " + words.getFirst();
        if (typeface.width(Shaping.line(longer, isFromRight), size) > width) {
          return row.isEmpty() ? part(words, typeface, size, width, isFromRight) : row;
        }
        row = longer;
        words.removeFirst();
      }
      return row;
    }

    /** Of a word that is wider than the paper; what is left of it comes next. */
    private String part(
        Deque<String> words, Typeface typeface, float size, float width, boolean isFromRight) {
      String word = words.removeFirst();
      BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
      letters.setText(word);
      letters.first();
      int end = letters.next();
      for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
        String longer = Shaping.line(word.substring(0, next), isFromRight);
        if (typeface.width(longer, size) > width) {
          break;
        }
        end = next;
      }
      if (end < word.length()) {
        words.addFirst(word.substring(end));
        isBroken = true;
      }
      return word.substring(0, end);
    }
  }
}
