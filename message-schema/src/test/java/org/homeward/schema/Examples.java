package org.homeward.schema;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.SaysCodec;
import org.homeward.schema.json.SchemaName;
import org.homeward.schema.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** The golden examples as they lie among the resources. */
public final class Examples {

  private Examples() {}

  public static List<Path> of(String sort, SchemaName schema) {
    return Conformance.files(folder().resolve(sort).resolve(schema.folder()));
  }

  public static JsonNode read(Path file) {
    return StrictJson.read(Conformance.bytes(file));
  }

  /** A report in which every fact is told. */
  public static Says everyFact() {
    return SaysCodec.read(read(folder().resolve("valid/report-says/every-fact.json")));
  }

  private static Path folder() {
    try {
      return new File(Examples.class.getResource("/schema/v1/examples").toURI()).toPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
