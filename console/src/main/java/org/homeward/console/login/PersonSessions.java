package org.homeward.console.login;

import java.time.Instant;
import java.util.List;
import org.springframework.session.Session;

/** The sessions of one person, in all her browsers. */
public interface PersonSessions {

  /** The attribute of a session that says whose it is: the opaque id of the person. */
  String PERSON = "person";

  /** When each that is not over was used last, to the minute; the newest first. */
  List<Instant> lastUses(String person);

  /**
   * Ends all of them, at once.
   *
   * @return those that were not over, with what they remembered
   */
  List<Session> endAll(String person);
}
