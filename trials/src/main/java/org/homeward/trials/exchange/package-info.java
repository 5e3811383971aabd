/** The exchanges of a played story, kept for tests. */
package org.homeward.trials.exchange;
