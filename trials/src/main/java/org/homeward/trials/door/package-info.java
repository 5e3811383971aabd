/** Strangers at the doors of a node, beside people who work: nobody of them may notice. */
package org.homeward.trials.door;
