package org.homeward.console.family;

/**
 * A text to be read aloud to one person.
 *
 * @param about whom, in words
 * @param mustNotLearn in words; empty where nothing is written
 * @param language of the text, BCP 47
 * @param text as it is read aloud
 */
record ReadPage(
    String caseId,
    String code,
    boolean exercise,
    String about,
    String mustNotLearn,
    String contact,
    String update,
    String language,
    String text,
    String key) {

  @Override
  public String toString() {
    return "ReadPage[" + caseId + "]";
  }
}
