package org.homeward.schema.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The closed JSON Schemas, compiled once. */
public final class Schemas {

  private static final int MAX_VIOLATIONS = 100;
  private static final Map<SchemaName, Schema> COMPILED = compile();

  private Schemas() {}

  /** Empty when the document keeps the schema; else sorted, without repeats, 100 at most. */
  public static List<Violation> validate(SchemaName schema, JsonNode document) {
    return violations(findings(schema, document));
  }

  static List<Finding> findings(SchemaName schema, JsonNode document) {
    return compiled(schema).validate(document).stream().map(Finding::of).toList();
  }

  static List<Violation> violations(List<Finding> findings) {
    return findings.stream()
        .map(Finding::violation)
        .distinct()
        .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::rule))
        .limit(MAX_VIOLATIONS)
        .toList();
  }

  private static Schema compiled(SchemaName schema) {
    Schema compiled = COMPILED.get(schema);
    if (compiled == null) {
      throw new IllegalStateException("not compiled: " + schema);
    }
    return compiled;
  }

  private static Map<SchemaName, Schema> compile() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, all -> all.schemas(SchemaFiles.textById()));
    Map<SchemaName, Schema> compiled = new EnumMap<>(SchemaName.class);
    for (SchemaName name : SchemaName.values()) {
      compiled.put(name, registry.getSchema(SchemaLocation.of(name.id())));
    }
    return compiled;
  }
}
