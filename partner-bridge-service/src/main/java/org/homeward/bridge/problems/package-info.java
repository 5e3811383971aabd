/** The refusals of this service, as people read them. */
package org.homeward.bridge.problems;
