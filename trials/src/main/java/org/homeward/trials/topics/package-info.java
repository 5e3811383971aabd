/** Reads a node's topics and groups from outside. */
package org.homeward.trials.topics;
