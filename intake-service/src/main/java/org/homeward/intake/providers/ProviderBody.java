package org.homeward.intake.providers;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.frame.web.Fields;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.people.SupportService;
import org.jspecify.annotations.Nullable;

/** Reads what a request says about a provider; what is wrong is left with its fields. */
final class ProviderBody {

  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int NAME = 200;
  private static final int HOURS = 300;
  private static final int ADDRESS = 300;
  private static final int MOST_LANGUAGES = 20;
  private static final int OLDEST = 120;
  private static final int MOST_PLACES = 10_000;
  static final String ADDRESS_FIELD = "address";

  /** Stands for a number that is wrong, until the fields are checked. */
  private static final PhoneNumber NO_NUMBER = new PhoneNumber("+10000000");

  private ProviderBody() {}

  static Details details(Fields fields) {
    String name = fields.requiredText("name", NAME);
    if (!fields.has("services")) {
      fields.wrong("services", "required");
    }
    Set<SupportService> services =
        fields.codes("services", EnumSet.complementOf(EnumSet.of(SupportService.OTHER)));
    if (fields.has("services") && services.isEmpty()) {
      fields.wrong("services", "required");
    }
    String phone = fields.requiredText("phone", PHONE);
    Integer fromAge = age(fields, "fromAge");
    Integer toAge = age(fields, "toAge");
    if (fromAge != null && toAge != null && toAge < fromAge) {
      fields.wrong("toAge", "from-after-to");
    }
    return new Details(
        name,
        services.isEmpty() ? EnumSet.of(SupportService.OTHER) : services,
        PHONE.matcher(phone).matches() ? new PhoneNumber(phone) : NO_NUMBER,
        fields.text("hours", HOURS),
        fields.texts("languages", MOST_LANGUAGES, LANGUAGE),
        fromAge,
        toAge,
        fields.has("places") ? (Integer) fields.requiredNumber("places", 0, MOST_PLACES) : null);
  }

  private static @Nullable Integer age(Fields fields, String name) {
    return fields.has(name) ? (Integer) fields.requiredNumber(name, 0, OLDEST) : null;
  }

  static @Nullable String address(Fields fields) {
    return fields.lines(ADDRESS_FIELD, ADDRESS);
  }
}
