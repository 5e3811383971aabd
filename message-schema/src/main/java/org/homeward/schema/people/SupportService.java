package org.homeward.schema.people;

/** A service of a hotline or a provider for somebody; never shown outside the case team. */
public enum SupportService {
  INFORMATION,
  LEGAL_ADVICE,
  LEGAL_REPRESENTATION,
  COUNSELLING,
  MEDICAL,
  FORENSIC_EXAMINATION,
  ANONYMOUS_TEST,
  ACCOMPANIMENT,
  MOBILE_TEAM,
  TRANSPORT,
  HYGIENE_PACK,
  ACCOMMODATION,
  DAY_CENTRE,
  EDUCATION,
  ECONOMIC_EMPOWERMENT,
  INTERPRETATION,
  DOCUMENTS,
  VOLUNTARY_RETURN,
  FAMILY_CONTACT,
  OTHER
}
