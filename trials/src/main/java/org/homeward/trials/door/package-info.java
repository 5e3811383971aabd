/** Attacks on the doors of a node while people work, who must notice nothing. */
package org.homeward.trials.door;
