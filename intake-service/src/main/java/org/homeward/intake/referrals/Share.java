package org.homeward.intake.referrals;

import java.util.EnumSet;
import java.util.Set;
import org.homeward.schema.people.SupportService;

/**
 * A field of a person that a provider may get, where the member wants it. Nothing else of a care
 * file can stand in a sheet.
 */
enum Share {
  NAME,
  BORN_IN,
  LANGUAGE,
  /** How she or he may safely be reached. */
  CONTACT;

  /** The most that a provider of this service needs. */
  static Set<Share> mostFor(SupportService service) {
    return switch (service) {
      case ANONYMOUS_TEST -> EnumSet.of(LANGUAGE);
      case INFORMATION, HYGIENE_PACK, INTERPRETATION -> EnumSet.of(LANGUAGE, CONTACT);
      case TRANSPORT -> EnumSet.of(NAME, LANGUAGE, CONTACT);
      case LEGAL_ADVICE,
          LEGAL_REPRESENTATION,
          COUNSELLING,
          MEDICAL,
          FORENSIC_EXAMINATION,
          ACCOMPANIMENT,
          MOBILE_TEAM,
          ACCOMMODATION,
          DAY_CENTRE,
          EDUCATION,
          ECONOMIC_EMPOWERMENT,
          DOCUMENTS,
          VOLUNTARY_RETURN,
          FAMILY_CONTACT,
          OTHER ->
          EnumSet.allOf(Share.class);
    };
  }
}
