/** Posters: what is printed of a public alert, who takes it, and who is called to take it down. */
package org.homeward.console.posters;
