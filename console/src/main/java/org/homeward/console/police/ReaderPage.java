package org.homeward.console.police;

/**
 * How a desk connects a program to its feed.
 *
 * @param connected whether the node lets this person read
 * @param desk the id of the desk, the program's user name; empty when the person has none
 * @param feed the address of the feed
 */
record ReaderPage(boolean connected, String desk, String feed) {}
