package org.homeward.console.shifts;

/**
 * The shift in the line on top of each page.
 *
 * @param text in words
 * @param overdue whether nobody has accepted it in time
 */
record BarPage(String text, boolean overdue) {}
