package org.homeward.schema.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A telephone number in E.164 form: plus sign, country code, digits. */
public record PhoneNumber(@JsonValue String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  @Override
  public String toString() {
    return "PhoneNumber[redacted]";
  }
}
