/** The node's topics from outside: what stands in them, and who has read how far. */
package org.homeward.trials.topics;
