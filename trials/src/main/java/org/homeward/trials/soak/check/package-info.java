/** Compares the answers that people got with the end state of the nodes. Pure: it asks no node. */
package org.homeward.trials.soak.check;
