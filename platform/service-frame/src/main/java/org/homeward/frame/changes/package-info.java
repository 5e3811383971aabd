/** Tells people by ids alone which documents of this service have changed. */
package org.homeward.frame.changes;
