package org.homeward.console.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sessions of one person, in all her browsers. */
public interface PersonSessions {

  /** The attribute of a session that says whose it is: the opaque id of the person. */
  String PERSON = "person";

  /** When each that is not over was used last, to the minute; the newest first. */
  List<Instant> lastUses(String person);

  /**
   * Ends all of them, at once.
   *
   * @return what each that was not over remembered, by attribute
   */
  List<Map<String, Object>> endAll(String person);
}
