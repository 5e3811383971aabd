package org.homeward.console.oncall;

import java.util.List;

/**
 * The card, to write.
 *
 * @param entries as they stand
 * @param rows of the form, as they were typed; none for whoever only reads
 * @param seen the edition that the form is about
 * @param told what has just been done, in words; empty when the page is only read
 * @param wrong why nothing was saved, in words; empty when it was
 */
record CardPage(List<Row> entries, List<Row> rows, String seen, String told, String wrong) {

  static final List<String> DUTIES = List.of("SUPERVISOR", "POLICE", "PROSECUTOR");

  CardPage {
    entries = List.copyOf(entries);
    rows = List.copyOf(rows);
  }

  /**
   * One entry.
   *
   * @param id empty for one that is new
   * @param wrong what is wrong with it, in words; empty when nothing is
   */
  record Row(String id, String duty, String name, String phone, String note, String wrong) {

    static final Row EMPTY = new Row("", "", "", "", "", "");

    boolean isEmpty() {
      return name.isBlank() && phone.isBlank();
    }

    Row wrong(String why) {
      return new Row(id, duty, name, phone, note, why);
    }

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "CardPage[redacted]";
  }
}
