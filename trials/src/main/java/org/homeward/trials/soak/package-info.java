/** Fault rounds: two nodes of real processes work under load, with a fault at any time. */
package org.homeward.trials.soak;
