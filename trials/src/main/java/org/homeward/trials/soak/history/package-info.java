/** The requests of people in a run, and their answers. */
package org.homeward.trials.soak.history;
