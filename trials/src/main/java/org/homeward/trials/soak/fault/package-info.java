/** What goes wrong with nodes, a class for each; every fault is mended by whoever made it. */
package org.homeward.trials.soak.fault;
