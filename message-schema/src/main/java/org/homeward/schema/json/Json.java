package org.homeward.schema.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.values.Code;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one configuration: instants {@code …Z} cut to milliseconds, absent instead of null. */
public final class Json {

  /** Set on a writer: codes we do not know go out as OTHER, because our schema has no others. */
  static final String OWN_CODES_ONLY = "own-codes-only";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule("homeward")
                  .addSerializer(Instant.class, new InstantForm.Writer())
                  .addDeserializer(Instant.class, new InstantForm.Reader())
                  .addSerializer(Code.class, new CodeForm.Writer())
                  .addDeserializer(Code.class, new CodeForm.Reader()))
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .withConfigOverride(List.class, Json::leaveOutWhenEmpty)
          .withConfigOverride(Set.class, Json::leaveOutWhenEmpty)
          .withConfigOverride(Map.class, Json::leaveOutWhenEmpty)
          // Only the components of records: a method such as isEmpty is not a fact.
          .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  private static void leaveOutWhenEmpty(MutableConfigOverride collections) {
    collections.setInclude(
        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
  }

  /** Loses nothing: codes of a newer list keep their text. For stores. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** Keeps to the codes of the schema. For what is sent. */
  public static ObjectWriter wire() {
    return MAPPER.writer().withAttribute(OWN_CODES_ONLY, true);
  }
}
