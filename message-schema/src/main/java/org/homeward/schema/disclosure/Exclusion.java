package org.homeward.schema.disclosure;

/** The entries of {@code notTo}: from whom a case is kept. */
public final class Exclusion {

  private static final String PERSON = "person:";
  private static final String DESK = "desk:";

  private Exclusion() {}

  /**
   * The entry that names a person.
   *
   * @param id opaque
   */
  public static String person(String id) {
    return PERSON + id;
  }

  /** The entry that names a desk of the police. */
  public static String desk(String id) {
    return DESK + id;
  }

  /** Whether an entry names a person. */
  public static boolean isPerson(String entry) {
    return entry.startsWith(PERSON);
  }

  /** The id in an entry that names a person. */
  public static String personIn(String entry) {
    return entry.substring(PERSON.length());
  }

  /** Whether an entry names a desk of the police. */
  public static boolean isDesk(String entry) {
    return entry.startsWith(DESK);
  }
}
