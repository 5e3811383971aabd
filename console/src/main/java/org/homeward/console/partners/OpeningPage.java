package org.homeward.console.partners;

/**
 * The page on which two people open a restored node to its partners.
 *
 * @param quarantined whether it is still closed
 * @param since when it was restored, in words
 * @param proposed whether somebody wants to open it
 * @param byReader whether that is the reader, who cannot be the second person
 * @param canOpen whether the reader's role opens it
 * @param key makes a repeated form of this page one command
 * @param wrong what is wrong, in words; empty when nothing is
 */
record OpeningPage(
    boolean quarantined,
    String since,
    boolean proposed,
    boolean byReader,
    boolean canOpen,
    String key,
    String wrong) {}
