package org.homeward.alert.orders.posters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one sheet of paper, in one language.
 *
 * @param title the largest line
 * @param paragraphs in their order; a paragraph about a child begins with its name
 * @param foot when it was printed, and what to do with it afterwards
 */
record Sheet(String language, String title, List<Paragraph> paragraphs, String foot) {

  Sheet {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * A paragraph.
   *
   * @param lines as they were written; each is one of ours, or one that people typed
   * @param child that it is about; null when it is about all of them
   */
  record Paragraph(List<String> lines, @Nullable String child) {

    Paragraph {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "Paragraph[redacted]";
    }
  }

  @Override
  public String toString() {
    return "Sheet[" + language + "]";
  }
}
