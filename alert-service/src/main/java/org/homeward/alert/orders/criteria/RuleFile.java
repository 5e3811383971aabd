package org.homeward.alert.orders.criteria;

import java.io.InputStream;
import org.homeward.schema.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** Reads a file of a country's rule; one with a hole refuses the start and names its line. */
final class RuleFile {

  private static final ObjectReader STRICT =
      Json.mapper()
          .readerFor(CountryRule.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  private RuleFile() {}

  static CountryRule read(String file, InputStream bytes) {
    try {
      return STRICT.readValue(bytes);
    } catch (JacksonException wrong) {
      int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
      throw new IllegalStateException(
          file + ", line " + line + ": " + wrong.getOriginalMessage(), wrong);
    }
  }
}
