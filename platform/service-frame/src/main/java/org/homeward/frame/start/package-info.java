/** Before the first request and after the last. */
package org.homeward.frame.start;
