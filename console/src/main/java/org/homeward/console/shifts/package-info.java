/** One shift leaves, and the next one accepts: what was said, what is open, what has changed. */
package org.homeward.console.shifts;
