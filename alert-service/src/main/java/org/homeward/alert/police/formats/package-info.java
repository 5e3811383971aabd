/** Writes the feed as Atom, JSON and CAP, from what was disclosed to one desk. */
package org.homeward.alert.police.formats;
