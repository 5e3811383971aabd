package org.homeward.intake.imports.rows;

import java.util.List;
import java.util.Map;
import org.homeward.schema.facts.ChildFacts;
import org.homeward.schema.facts.Says;
import org.homeward.schema.people.PersonName;

/**
 * The facts of a row, before its child has an id here.
 *
 * @param child empty for a note that stands alone
 * @param rest without children
 */
public record RowFacts(ChildFacts child, Says rest) {

  static final RowFacts NONE = new RowFacts(ChildFacts.EMPTY, Says.EMPTY);

  /** What a report says that takes the row. */
  public Says about(String childId) {
    return rest.with().children(Map.of(childId, child)).build();
  }

  /** Names as they stand in the row. */
  public List<String> names() {
    return child.names().stream().map(PersonName::full).toList();
  }

  @Override
  public String toString() {
    return "RowFacts[redacted]";
  }
}
