/** What people asked of the nodes in a run, and what they were answered. */
package org.homeward.trials.soak.history;
