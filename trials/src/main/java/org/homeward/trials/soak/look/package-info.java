/** Looks at nodes past their services: stores, topics, logs, and what their users see. */
package org.homeward.trials.soak.look;
