/** The on-call card, and the calls to the people on it. */
package org.homeward.console.oncall;
