package org.homeward.trials.soak.load;

/** Reports of the rounds, each marked by its plate; all persons in them are invented. */
public final class SoakReports {
  /** The family name of every child. It may stand only where personal data may. */
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
