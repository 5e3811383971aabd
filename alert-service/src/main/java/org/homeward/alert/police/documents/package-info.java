/** How the feed is written: Atom, JSON and CAP, from what was disclosed to one desk. */
package org.homeward.alert.police.documents;
