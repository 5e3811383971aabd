package org.homeward.intake.imports.rows;

/**
 * Looks at the bytes of a table before anybody parses it: the parser builds a whole record in
 * memory, and one of 16 MB takes more than the service has.
 */
final class CsvBounds {

  /** All titles with spaces around them. */
  static final int MOST_OF_TITLES = 4 * 1024;

  /** A few too many are one row's fault. */
  static final int MOST_VALUES = 256;

  /** Every column at its longest, in letters of two bytes. */
  static final int MOST_OF_A_RECORD = 2 * 17 * FileFormat.MOST_OF_A_FIELD;

  private final byte[] file;
  private final byte delimiter;
  private boolean isFirst = true;
  private boolean isQuoted;
  private boolean isAtStart = true;
  private int values = 1;
  private int begin;

  private CsvBounds(byte[] file, int begin, char delimiter) {
    this.file = file;
    this.begin = begin;
    this.delimiter = (byte) delimiter;
  }

  /**
   * @param begin of the text
   * @throws FileRefused for a record that no table of persons has
   */
  static void check(byte[] file, int begin, char delimiter) {
    new CsvBounds(file, begin, delimiter).check();
  }

  private void check() {
    for (int i = begin; i < file.length; i++) {
      read(i);
      int length = i - begin;
      if (isFirst && length > MOST_OF_TITLES) {
        throw new FileRefused("unknown-column");
      }
      if (length > MOST_OF_A_RECORD) {
        throw new FileRefused("not-csv");
      }
      if (values > MOST_VALUES) {
        throw new FileRefused("not-csv");
      }
    }
  }

  /** A quotation mark that is written twice ends the quotation and begins it again. */
  private void read(int at) {
    byte each = file[at];
    if (isQuoted) {
      isQuoted = each != '"';
      isAtStart = !isQuoted; // a second mark right after it goes on
    } else if (each == '"' && isAtStart) {
      isQuoted = true;
    } else if (each == delimiter) {
      values++;
      isAtStart = true;
    } else if (each == '\n' || each == '\r') {
      isFirst = isFirst && at == begin;
      values = 1;
      begin = at + 1;
      isAtStart = true;
    } else {
      isAtStart = false;
    }
  }
}
