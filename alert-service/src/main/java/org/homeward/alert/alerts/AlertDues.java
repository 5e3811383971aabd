package org.homeward.alert.alerts;

import java.util.Set;

/** The alarms of an alert, by name. */
public final class AlertDues {

  /** Its time is over. */
  static final String EXPIRE = "expire";

  /** Its slices must hear of it. */
  public static final String TELL = "tell";

  /** Its words are kept no longer. */
  static final String WORDS = "words";

  /** It may be that nobody is owed an end any more. */
  public static final String BURY = "bury";

  static final Set<String> ALL = Set.of(EXPIRE, TELL, WORDS, BURY);

  private AlertDues() {}
}
