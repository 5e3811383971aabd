/** What people of two hotlines want in one round. */
package org.homeward.trials.soak.load;
