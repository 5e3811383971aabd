package org.homeward.intake.imports.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a table in UTF-8 whose first line has the titles; commas, semicolons or tabs part it. */
final class CsvFile {

  static final String REF = "ref";

  /** The titles that are understood; another one refuses the file, so that no column is lost. */
  static final Set<String> TITLES =
      Set.of(
          REF,
          "full_name",
          "dob",
          "sex",
          "height",
          "weight",
          "missing_since",
          "tz",
          "lat",
          "lon",
          "phone",
          "lang",
          "country",
          "last_seen_place",
          "description",
          "entry_date",
          "expiry_date");

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvFile() {}

  static void read(byte[] file, Predicate<SourceRow> more) {
    int begin = startsWithMark(file) ? MARK.length : 0;
    CsvBounds.check(file, begin, delimiter(file, begin));
    var bytes = new ByteArrayInputStream(file, begin, file.length - begin);
    var strict =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (Reader text = new InputStreamReader(bytes, strict);
        CSVParser parser = format(file, begin).parse(text)) {
      rows(parser.iterator(), more);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private static FileRefused refused(Exception e) {
    boolean encoding =
        e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
    return new FileRefused(encoding ? "not-utf-8" : "not-csv");
  }

  /** Null after the last one; whatever the parser stumbles over is the file's fault. */
  private static @Nullable CSVRecord next(Iterator<CSVRecord> records) {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw refused(e);
    }
  }

  private static void rows(Iterator<CSVRecord> records, Predicate<SourceRow> more) {
    CSVRecord first = next(records);
    if (first == null) {
      throw new FileRefused("no-titles");
    }
    List<String> titles = titles(first);
    Set<String> seen = new HashSet<>();
    int number = 0;
    CSVRecord record = next(records);
    while (record != null) {
      if (++number > FileFormat.MOST_ROWS) {
        throw new FileRefused("too-many-rows");
      }
      boolean goOn = more.test(row(number, titles, record, seen));
      record = goOn ? next(records) : null;
    }
  }

  private static List<String> titles(CSVRecord first) {
    List<String> titles = new ArrayList<>();
    for (String given : first) {
      String title = given.strip().toLowerCase(Locale.ROOT);
      if (!TITLES.contains(title)) {
        throw new FileRefused("unknown-column");
      }
      if (titles.contains(title)) {
        throw new FileRefused("column-twice");
      }
      titles.add(title);
    }
    if (!titles.contains(REF)) {
      throw new FileRefused("no-ref-column");
    }
    return titles;
  }

  private static SourceRow row(
      int number, List<String> titles, CSVRecord record, Set<String> seen) {
    List<RowFault> faults = new ArrayList<>();
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < titles.size() && i < record.size(); i++) {
      String value = record.get(i);
      if (value.length() > FileFormat.MOST_OF_A_FIELD) {
        faults.add(new RowFault("/" + titles.get(i), "too-long"));
      } else {
        fields.put(titles.get(i), value);
      }
    }
    if (record.size() != titles.size()) {
      faults.add(new RowFault("", "column-count"));
    }
    String ref = fields.getOrDefault(REF, "").strip();
    if (!ref.isEmpty() && !seen.add(ref)) {
      faults.add(new RowFault("/" + REF, "repeated"));
    }
    return new SourceRow(number, fields, List.of(), faults);
  }

  private static CSVFormat format(byte[] file, int begin) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter(file, begin))
        .setIgnoreEmptyLines(true)
        .get();
  }

  /** The one that the line of titles has most of. */
  private static char delimiter(byte[] file, int begin) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = begin; i < file.length && file[i] != '\n' && file[i] != '\r'; i++) {
      switch (file[i]) {
        case ',' -> commas++;
        case ';' -> semicolons++;
        case '\t' -> tabs++;
        default -> {} // part of a title
      }
    }
    if (semicolons > commas && semicolons > tabs) {
      return ';';
    }
    return tabs > commas ? '\t' : ',';
  }

  private static boolean startsWithMark(byte[] file) {
    return file.length >= MARK.length
        && file[0] == MARK[0]
        && file[1] == MARK[1]
        && file[2] == MARK[2];
  }
}
