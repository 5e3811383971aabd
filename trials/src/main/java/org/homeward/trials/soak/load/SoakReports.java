package org.homeward.trials.soak.load;

/** Reports of the rounds, each found again by its plate; nobody in them exists. */
public final class SoakReports {
  /** The family name of every child; it stands where personal data may, and nowhere else. */
  public static final String NAME = "Kestenaričević";

  /** A caller's number, for the case team only. */
  public static final String PHONE = "+381609417417";

  private SoakReports() {}

  static String report(String plate, boolean exercise) {
    return """
        {
          "exercise": %s,
          "channel": "PHONE",
          "says": {
            "category": "RUNAWAY",
            "risk": {"level": "MEDIUM"},
            "vehicle": {"plate": "%s", "country": "RS"},
            "reporter": {"relation": "GUARDIAN", "phone": "%s", "agreesToPolice": true}
          },
          "newChildren": [{
            "names": [{"full": "Una %s", "script": "Latn", "kind": "NATIVE"}],
            "ageYears": {"from": 14, "to": 15}, "sex": "FEMALE"
          }]
        }
        """
        .formatted(exercise, plate, PHONE, NAME);
  }
}
