/** Fault rounds: two nodes of real processes under load, with something wrong all the time. */
package org.homeward.trials.soak;
