/** Reads nodes directly: stores, topics, log files, and what their users see. */
package org.homeward.trials.soak.look;
