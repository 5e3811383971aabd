package org.homeward.intake.imports.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SaysRules;
import org.homeward.schema.json.Violation;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** Collects what is found while one row is read. */
final class RowSheet {

  /** Of words whose language nobody said. */
  static final String NO_LANGUAGE = "und";

  /** As many letters as the schema takes. */
  private static final int MOST_OF_A_TEXT = 4_000;

  /** Stands for the child until the row is taken. */
  private static final String ANY_CHILD = "00000000-0000-4000-8000-000000000000";

  private final List<RowFault> faults;
  private final List<RowQuestion> questions = new ArrayList<>();
  private final List<RowFault> remarks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  RowSheet(SourceRow row) {
    this.faults = new ArrayList<>(row.faults());
  }

  void wrong(String pointer, String rule) {
    faults.add(new RowFault(pointer, rule));
  }

  void ask(String pointer, String rule, String... choices) {
    questions.add(new RowQuestion(pointer, rule, List.of(choices)));
  }

  void remark(String pointer, String rule) {
    remarks.add(new RowFault(pointer, rule));
  }

  boolean hasNothingWrong() {
    return faults.isEmpty() && questions.isEmpty();
  }

  /** Keeps a value for which facts have no place, so that nothing is lost. */
  void keep(String label, @Nullable String value) {
    if (value != null) {
      lines.add(label + ": " + value);
    }
  }

  /** The values that were kept, for the team; null for none. */
  @Nullable Text kept() {
    return text("", String.join("\n", lines));
  }

  /** Words as they came; tabs are spaces, and other signs that nobody sees are refused. */
  @Nullable Text text(String pointer, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    String plain = value.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    if (plain.length() > MOST_OF_A_TEXT) {
      wrong(pointer, "too-long");
      return null;
    }
    if (hasControls(plain.replace("\n", ""))) {
      wrong(pointer, "control-character");
      return null;
    }
    return new Text(NO_LANGUAGE, plain);
  }

  static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  /**
   * @param key null where the row does not say which record it is
   * @param columns where a fact of the child or the last sighting stands in the row
   */
  RowOutcome outcome(
      @Nullable RecordKey key,
      RowFacts facts,
      boolean joins,
      Map<String, String> columns,
      Instant now) {
    Says says = facts.about(ANY_CHILD);
    violations(says, now).forEach(each -> faults.add(inRow(each, columns)));
    if (key == null || !faults.isEmpty()) {
      return new RowOutcome.Refused(faults);
    }
    return questions.isEmpty()
        ? new RowOutcome.Taken(key, facts, joins, List.copyOf(remarks))
        : new RowOutcome.Asked(key, facts, List.copyOf(questions));
  }

  /** The rules of every report hold for one that is imported too. */
  private static List<Violation> violations(Says says, Instant now) {
    try {
      SaysCodec.read(SaysCodec.write(says));
      return SaysRules.check(says, now);
    } catch (Invalid e) {
      return e.violations();
    }
  }

  private static RowFault inRow(Violation found, Map<String, String> columns) {
    return columns.entrySet().stream()
        .filter(each -> found.pointer().contains("/" + each.getKey()))
        .findFirst()
        .map(each -> new RowFault("/" + each.getValue(), found.rule()))
        .orElseGet(() -> new RowFault("", found.rule()));
  }
}
