/** The requests of people of two hotlines in one round. */
package org.homeward.trials.soak.load;
