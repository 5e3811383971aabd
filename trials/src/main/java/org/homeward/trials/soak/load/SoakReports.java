package org.homeward.trials.soak.load;

/** Reports of the rounds, each marked by its plate; all persons in them are invented. */
public final class SoakReports {
  /** The family name of every child. It may stand only where personal data may. */
  public static final String NAME = "Kestenaričević";

  /** A caller's number, for the case team only. */
  public static final String PHONE = "+381609417417";

  private SoakReports() {}

  /** The family name of every child of a care file: it may stand on no topic at all. */
  public static final String IN_CARE = "Vrbaničković";

  static String careFile(String mark) {
    return """
        {"exercise": false,
         "about": {"age": "CHILD", "name": "Iva %s", "bornIn": 2014, "words": "mark %s"}}
        """
        .formatted(IN_CARE, mark);
  }

  /** What a stranger sends with a picture; its words end with the plate. */
  static String pictured(String plate, String picture) {
    return "{\"text\": \"Una %s in a bus, plate %s\", \"picture\": \"%s\"}"
        .formatted(NAME, plate, picture);
  }

  /** What somebody says to have seen; its words end with the plate. */
  static String tip(String plate, boolean exercise) {
    return """
        {"exercise": %s, "channel": "PHONE", "text": "Una %s at the station, plate %s",
         "contact": "%s"}
        """
        .formatted(exercise, NAME, plate, PHONE);
  }

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
