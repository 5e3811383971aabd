package org.homeward.schema.codes;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;

/** The telephone numbers that are possible in a country. */
public final class NumberingPlans {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();
  private static final String NOWHERE = "ZZ";

  private NumberingPlans() {}

  /**
   * Whether the country code exists and its plan has numbers as long as this one. Whether anybody
   * has the number is not asked: plans change faster than programs.
   *
   * @param international begins with a plus sign; spaces and strokes do not count
   */
  public static boolean isPossible(String international) {
    return isPossible(international, NOWHERE);
  }

  /**
   * As {@link #isPossible(String)}; without a plus sign it is read as dialled in a country, where
   * it may be one of the short ones too.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static boolean isPossible(String dialled, String country) {
    try {
      var number = PLANS.parse(dialled, country);
      return PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          || (!dialled.startsWith("+") && SHORT.isPossibleShortNumberForRegion(number, country));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /**
   * The number in E.164 form; empty where there can be none like it.
   *
   * @param country as in {@link #isPossible(String, String)}
   */
  public static Optional<String> e164(String dialled, String country) {
    try {
      var number = PLANS.parse(dialled, country);
      return PLANS.isPossibleNumber(number)
          ? Optional.of(PLANS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The country of a number that can be a mobile phone's, by the plans as they are known now; empty
   * for every other, however it is dialled: what is charged more is never one.
   *
   * @param e164 the number in E.164 form
   */
  public static Optional<String> countryOfMobile(String e164) {
    try {
      var number = PLANS.parse(e164, NOWHERE);
      PhoneNumberType type = PLANS.getNumberType(number);
      return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE
          ? Optional.ofNullable(PLANS.getRegionCodeForNumber(number))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
