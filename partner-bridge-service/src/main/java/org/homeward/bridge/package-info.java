/** Hands cases over to the hotlines of other countries, and takes theirs. */
package org.homeward.bridge;
