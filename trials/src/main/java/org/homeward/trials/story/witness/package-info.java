/**
 * Those outside a node who hear of an alert, or who check its word with nothing of its own code.
 */
package org.homeward.trials.story.witness;
