package org.homeward.local.client;

/** One person's requests about handovers. */
public final class PartnerDesk {
  private static final String HANDOVERS = "/api/v1/handovers";

  private final HotlineClient person;

  public PartnerDesk(HotlineClient person) {
    this.person = person;
  }

  /** Offers a case to a partner. */
  public Answer offer(String caseId, String partner, String key) {
    String offer =
        """
        {
          "case": "%s", "partner": "%s", "reason": "ROUTE",
          "asks": ["POLICE_CONTACT", "TRANSLATION"],
          "purpose": "PARTNER_SEARCH", "basis": "PUBLIC_TASK"
        }
        """
            .formatted(caseId, partner);
    return person.post(HANDOVERS, offer, key, "");
  }

  /** A page of handovers; the query begins with a question mark or is empty. */
  public Answer list(String query) {
    return person.get(HANDOVERS + query);
  }

  public Answer read(String id) {
    return person.get(HANDOVERS + "/" + id);
  }

  /**
   * A move of the holder, on the version that it read last.
   *
   * @param move as {@code accept}
   */
  public Answer move(String id, String move, String key) {
    return person.post(of(id, move), "", key, read(id).etag());
  }

  public Answer sighting(String id, String says) {
    String said = "{\"says\": " + says + ", \"basis\": \"VITAL_INTEREST\"}";
    return person.post(of(id, "sightings"), said, HotlineClient.newKey(), "");
  }

  /** States the ground for a transfer across this border. */
  public Answer vitalInterest(String id, String reference) {
    String ground =
        """
        {"ground": "VITAL_INTEREST", "justification": "DANGER_TO_LIFE", "reference": "%s"}
        """
            .formatted(reference);
    return person.post(of(id, "grounds"), ground, HotlineClient.newKey(), "");
  }

  public Answer recall(String id, String reason) {
    return person.post(
        of(id, "recall"), "{\"reason\": \"" + reason + "\"}", HotlineClient.newKey(), "");
  }

  public Answer disclosures(String id) {
    return person.get(of(id, "disclosures"));
  }

  /** The photos that the owner lets this node have. */
  public Answer photos(String id) {
    return person.get(of(id, "photos"));
  }

  /** The first look fetches it. */
  public Answer look(String id, String photo) {
    return person.post(of(id, "photos/" + photo + "/look"), "", HotlineClient.newKey(), "");
  }

  public Answer photo(String id, String photo, String size) {
    return person.get(of(id, "photos/" + photo + "/" + size));
  }

  public Answer receipt(String id) {
    return person.get(of(id, "receipt"));
  }

  private static String of(String id, String part) {
    return HANDOVERS + "/" + id + "/" + part;
  }
}
