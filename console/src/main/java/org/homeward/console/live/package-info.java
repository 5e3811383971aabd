/** Tells open pages what has changed, by ids alone. */
package org.homeward.console.live;
