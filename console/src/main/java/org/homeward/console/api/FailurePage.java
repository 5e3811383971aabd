package org.homeward.console.api;

/**
 * A page that could not be made.
 *
 * @param kind {@code not-here}, {@code not-for-you}, {@code gone}, {@code away}, {@code bug}
 * @param what the part of the node that is away; empty otherwise
 */
record FailurePage(String kind, String what) {}
