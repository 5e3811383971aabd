package org.homeward.alert.subscribers.organisations;

import java.util.List;
import java.util.Set;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.values.Audience;

/** The organisation that an administrator registers, and the alerts that it is to be told of. */
public record OrganisationWish(
    String name,
    String country,
    List<String> regions,
    String language,
    Audience audience,
    boolean exercise) {

  private static final int MAX_NAME = 80;
  private static final int MAX_REGIONS = 30;
  private static final Set<Audience> AUDIENCES = Set.of(Audience.VOLUNTEER);

  /** In which an alert can be written. */
  private static final Set<String> LANGUAGES = Set.of("el", "en", "sr");

  /**
   * Reads it from a body whose other fields the caller reads and checks.
   *
   * @param home the country of the node, ISO 3166-1 alpha-2
   */
  public static OrganisationWish of(Fields fields, String home) {
    String name = fields.requiredText("name", MAX_NAME);
    String country = fields.requiredCountry("country");
    if (Countries.has(country) && !country.equals(home)) {
      fields.wrong("country", "another-country");
    }
    List<String> regions = List.copyOf(fields.regions("regions", MAX_REGIONS, country));
    String language = fields.requiredText("language", 2);
    if (!LANGUAGES.contains(language)) {
      fields.wrong("language", "unknown-language");
    }
    Audience audience = fields.requiredCode("audience", AUDIENCES);
    boolean exercise = fields.requiredBoolean("exercise");
    return new OrganisationWish(name, country, regions, language, audience, exercise);
  }

  @Override
  public String toString() {
    return "OrganisationWish[redacted]";
  }
}
