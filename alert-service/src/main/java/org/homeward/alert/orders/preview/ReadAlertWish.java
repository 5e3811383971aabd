package org.homeward.alert.orders.preview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.Languages;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an author asks for. */
public final class ReadAlertWish {

  private static final Set<Audience> AUDIENCES = Set.of(Audience.VOLUNTEER, Audience.PUBLIC);
  private static final int MAX_REGIONS = 30;
  private static final int MAX_LANGUAGES = 10;
  private static final int MAX_REFERENCE = 80;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final String ours;

  /**
   * @param ours the hotline's own address: the only link an author may write
   */
  public ReadAlertWish(String ours) {
    this.ours = ours;
  }

  public AlertWish whole(Fields fields) {
    @Nullable Audience audience = fields.requiredCode("audience", AUDIENCES);
    Area area = area(fields.inner("area"));
    Set<String> languages = languages(fields);
    if (languages.isEmpty()) {
      fields.wrong("languages", "required");
    }
    Map<String, String> text = text(fields, languages);
    var wish =
        new AlertWish(
            audience,
            area,
            List.copyOf(languages),
            text,
            fields.requiredInstant("until"),
            fields.requiredText("authority", ID),
            fields.requiredText("reference", MAX_REFERENCE),
            Boolean.TRUE.equals(again(fields)));
    fields.check();
    return wish;
  }

  /** A wish with the given changes; fields that are not given stay as they were. */
  public UnaryOperator<AlertWish> changes(Fields fields, boolean areaToo) {
    Area area = areaToo && has(fields, "area") ? area(fields.inner("area")) : null;
    Set<String> languages = languages(fields);
    Map<String, String> text = text(fields, languages);
    @Nullable Instant until = fields.instant("until");
    @Nullable String authority = areaToo ? fields.text("authority", ID) : null;
    @Nullable String reference = areaToo ? fields.text("reference", MAX_REFERENCE) : null;
    @Nullable Boolean again = areaToo ? again(fields) : null;
    fields.check();
    return wish ->
        new AlertWish(
            wish.audience(),
            area == null ? wish.area() : area,
            languages.isEmpty() ? wish.languages() : List.copyOf(languages),
            text.isEmpty() ? wish.text() : text,
            until == null ? wish.until() : until,
            authority == null ? wish.authority() : authority,
            reference == null ? wish.reference() : reference,
            again == null ? wish.again() : again);
  }

  private static Set<String> languages(Fields fields) {
    return fields.texts(
        "languages",
        MAX_LANGUAGES,
        LANGUAGE,
        tag -> Languages.isRegistered(tag) ? Optional.empty() : Optional.of("unknown-language"));
  }

  /** Null when nothing is said of it. */
  private static @Nullable Boolean again(Fields fields) {
    return fields.has("again") ? fields.requiredBoolean("again") : null;
  }

  private static boolean has(Fields fields, String name) {
    return !fields.object(name).isEmpty();
  }

  private static Area area(Fields fields) {
    String country = fields.requiredCountry("country");
    Set<String> regions = fields.regions("regions", MAX_REGIONS, country);
    fields.noOthers();
    return new Area(country, List.copyOf(regions));
  }

  /**
   * @param languages that are asked for; empty when they stay as they were
   */
  private Map<String, String> text(Fields fields, Set<String> languages) {
    ObjectNode object = fields.object("text");
    Map<String, String> text = new TreeMap<>();
    for (String language : object.propertyNames()) {
      JsonNode value = object.path(language);
      String at = "text/" + (LANGUAGE.matcher(language).matches() ? language : "");
      if (at.endsWith("/") || (!languages.isEmpty() && !languages.contains(language))) {
        fields.wrong(at, "not-a-language-of-it");
      } else if (!value.isString()) {
        fields.wrong(at, "wrong-type");
      } else {
        AuthorText.broken(value.stringValue(), ours).ifPresent(rule -> fields.wrong(at, rule));
        text.put(language, value.stringValue().strip());
      }
    }
    return text;
  }
}
