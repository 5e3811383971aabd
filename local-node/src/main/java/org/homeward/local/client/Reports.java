package org.homeward.local.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reports as an operator types them; nobody in them exists. */
public final class Reports {
  /** The name of a boy who does not exist, as his papers have it. */
  public static final String NAME = "Страхиња Кестенаревић";

  /** The same in Latin letters. */
  public static final String LATIN_NAME = "Strahinja Kestenarević";

  /** The child's words to a counsellor, for nobody else. */
  public static final String CHILD_WORDS = "skloniste kod kestena zna samo Ljubinko";

  /** The facts of the second report. */
  public static final String SECOND_PLATE = "SU-417-HELD";

  private Reports() {}

  /** The first call about a boy of nine: who, where last, with whom, what he needs, who calls. */
  public static String missingBoy(String plate, Instant now) {
    return """
        {
          "exercise": false,
          "channel": "PHONE",
          "says": {
            "category": "THIRD_PARTY_ABDUCTION",
            "risk": {"level": "HIGH", "criteria": ["UNDER_13", "VITAL_MEDICINE"]},
            "lastSeen": {
              "at": "%s", "uncertaintyMinutes": 30, "zone": "Europe/Belgrade",
              "place": {
                "country": "RS", "locality": "Novi Sad", "text": "bus station, platform 4",
                "latitude": 45.2652, "longitude": 19.8293, "uncertaintyMetres": 300
              }
            },
            "companions": [{
              "relation": "ACQUAINTANCE",
              "description": {"language": "en", "text": "man of about forty, grey jacket"}
            }],
            "vehicle": {"plate": "%s", "country": "RS", "make": "Zastava", "colour": "BLUE"},
            "feared": ["STRANGER"],
            "reporter": {
              "relation": "GUARDIAN", "phone": "+381600417417", "agreesToPolice": true
            },
            "childWords": {"language": "sr-Latn", "text": "%s"}
          },
          "newChildren": [{
            "names": [
              {"full": "%s", "script": "Cyrl", "kind": "NATIVE"},
              {"full": "%s", "script": "Latn", "kind": "TRANSLITERATION"}
            ],
            "ageYears": {"from": 9, "to": 9},
            "sex": "MALE",
            "hair": "BROWN",
            "clothing": [{"garment": "JACKET", "colour": "RED"}],
            "medical": {
              "condition": {"language": "en", "text": "diabetes, type 1"},
              "medicine": {"language": "en", "text": "insulin"},
              "hoursTolerance": 8
            }
          }]
        }
        """
        .formatted(
            now.minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS),
            plate,
            CHILD_WORDS,
            NAME,
            LATIN_NAME);
  }

  /** A further call about the same episode: another car. */
  public static String anotherCar(String plate) {
    return """
        {
          "exercise": false,
          "channel": "CHAT",
          "says": {"vehicle": {"plate": "%s", "country": "RS", "colour": "GREY"}}
        }
        """
        .formatted(plate);
  }

  /** A short report that is found again by its plate. */
  public static String marked(String plate) {
    return marked(plate, false);
  }

  /** The same, as an exercise. */
  public static String exercise(String plate) {
    return marked(plate, true);
  }

  private static String marked(String plate, boolean exercise) {
    return """
        {
          "exercise": %s,
          "channel": "PHONE",
          "says": {
            "category": "RUNAWAY",
            "risk": {"level": "MEDIUM"},
            "vehicle": {"plate": "%s", "country": "RS"}
          },
          "newChildren": [{"ageYears": {"from": 14, "to": 15}, "sex": "FEMALE"}]
        }
        """
        .formatted(exercise, plate);
  }
}
