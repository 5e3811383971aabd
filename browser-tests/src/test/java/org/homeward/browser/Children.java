package org.homeward.browser;

/** Reports about children, all of them invented. */
final class Children {

  static final String FOUND =
      """
      {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-201/26"}
      """;

  static final String RUNAWAY =
      """
      {
        "exercise": false, "channel": "PHONE",
        "says": {
          "category": "RUNAWAY",
          "risk": {"level": "MEDIUM", "criteria": ["OUT_OF_CHARACTER"]},
          "lastSeen": {"place": {"country": "RS", "locality": "Niš", "text": "in front of her school"}},
          "circumstances": {
            "language": "sr-Latn",
            "text": "Posle svađe je izašla bez jakne. Telefon je ostao na stolu."
          },
          "feared": ["NOBODY"],
          "reporter": {"relation": "PARENT", "phone": "+381600000101", "agreesToPolice": true}
        },
        "newChildren": [{
          "names": [
            {"full": "Ленка Врабац", "script": "Cyrl", "kind": "NATIVE"},
            {"full": "Lenka Vrabac", "script": "Latn", "kind": "TRANSLITERATION"}
          ],
          "ageYears": {"from": 14, "to": 14}, "sex": "FEMALE", "hair": "BLOND",
          "heightCm": {"from": 160, "to": 165},
          "clothing": [
            {"garment": "PULLOVER", "colour": "GREEN"}, {"garment": "SHOES", "colour": "WHITE"}
          ]
        }]
      }
      """;

  /** The same girl in spring, with her brother, who lives with her. */
  static final String RUNAWAY_BEFORE =
      """
      {
        "exercise": false, "channel": "PHONE",
        "says": {"category": "RUNAWAY", "risk": {"level": "LOW"}},
        "newChildren": [
          {
            "names": [{"full": "Lenka Vrabac", "script": "Latn", "kind": "NATIVE"}],
            "ageYears": {"from": 13, "to": 13}, "sex": "FEMALE"
          },
          {
            "names": [{"full": "Relja Vrabac", "script": "Latn", "kind": "NATIVE"}],
            "ageYears": {"from": 9, "to": 9}, "sex": "MALE"
          }
        ]
      }
      """;

  static final String MIGRANT =
      """
      {
        "exercise": false, "channel": "CHAT",
        "says": {
          "category": "MISSING_MIGRANT",
          "risk": {"level": "HIGH", "criteria": ["UNDER_13"]},
          "lastSeen": {"place": {"country": "RS", "locality": "Preševo"}},
          "reporter": {"relation": "RELATIVE", "phone": "+381600000102"}
        },
        "newChildren": [{
          "names": [
            {"full": "فريد الصفصاف", "script": "Arab", "kind": "NATIVE"},
            {"full": "Farid as-Safsaf", "script": "Latn", "kind": "TRANSLITERATION"}
          ],
          "ageYears": {"from": 11, "to": 12}, "sex": "MALE", "hair": "BLACK"
        }]
      }
      """;

  static final String EXERCISE =
      """
      {
        "exercise": true, "channel": "PHONE",
        "says": {"category": "LOST_INJURED_OTHER", "risk": {"level": "LOW"}},
        "newChildren": [{
          "names": [{"full": "Vežbana Proba", "script": "Latn", "kind": "NATIVE"}],
          "ageYears": {"from": 7, "to": 7}, "sex": "FEMALE"
        }]
      }
      """;

  static final String LOCATED =
      """
      {
        "exercise": false, "channel": "PHONE",
        "says": {
          "category": "PARENTAL_ABDUCTION",
          "risk": {"level": "MEDIUM"},
          "lastSeen": {"place": {"country": "RS", "locality": "Subotica"}},
          "reporter": {"relation": "PARENT", "agreesToPolice": true}
        },
        "newChildren": [{
          "names": [{"full": "Vukan Lastavica", "script": "Latn", "kind": "NATIVE"}],
          "ageYears": {"from": 5, "to": 5}, "sex": "MALE"
        }]
      }
      """;

  static final String ENDED =
      """
      {
        "exercise": false, "channel": "SMS",
        "says": {"category": "RUNAWAY", "risk": {"level": "LOW"}},
        "newChildren": [{
          "names": [{"full": "Jasenka Zvončić", "script": "Latn", "kind": "NATIVE"}],
          "ageYears": {"from": 16, "to": 16}, "sex": "FEMALE"
        }]
      }
      """;

  private Children() {}
}
